package dev.inverterflow.client.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;

/**
 * What commands find around them.
 *
 * @param environment the process's environment variables
 */
record Surroundings(Map<String, String> environment, InstantSource clock) {

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "client";
        }
    }
}

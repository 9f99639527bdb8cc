package dev.inverterflow.deploy.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;

/** A pipe with what SYSTEM$PIPE_STATUS says of it. */
record Pipe(String name, JsonNode status) {
    static Pipe of(String name, String statusJson) {
        try {
            return new Pipe(name, new ObjectMapper().readTree(statusJson));
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.FAILED, "SYSTEM$PIPE_STATUS of " + name + " is no JSON: " + statusJson, e);
        }
    }

    boolean paused() {
        return state().equals("PAUSED");
    }

    String state() {
        return text("executionState");
    }

    String text(String field) {
        return status.path(field).asText("");
    }
}

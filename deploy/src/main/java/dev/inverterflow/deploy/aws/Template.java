package dev.inverterflow.deploy.aws;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The CloudFormation template that this build carries. */
public final class Template {
    private static final String RESOURCE = "/aws/template.yaml";

    private Template() {}

    public static String text() {
        try (InputStream stream = Template.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new DeployException(ExitCode.USAGE, "this build carries no " + RESOURCE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read " + RESOURCE + " in this build: " + e, e);
        }
    }
}

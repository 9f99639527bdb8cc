package dev.inverterflow.deploy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.deploy.change.Cadence;
import dev.inverterflow.deploy.change.CadenceCost;
import dev.inverterflow.deploy.inventory.Drift;
import java.util.Locale;

/** The forecast for programs; the keys are part of the command's contract and stand in the operator's guide. */
public final class ForecastJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ForecastJson() {}

    public static String write(Forecast forecast) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", forecast.schema());
        root.put("changes", forecast.changesSomething());
        ArrayNode steps = root.putArray("steps");
        forecast.plan()
                .pending()
                .forEach(next ->
                        steps.addObject().put("step", next.step().name()).put("reason", lower(next.reason())));
        ArrayNode objects = root.putArray("objects");
        forecast.objects().forEach(object -> write(object, objects.addObject()));
        forecast.drift().ifPresent(report -> {
            ObjectNode drift = root.putObject("drift");
            report.since().ifPresentOrElse(since -> drift.put("since", since), () -> drift.putNull("since"));
            ArrayNode drifts = drift.putArray("objects");
            report.drifts().forEach(one -> write(one, drifts.addObject()));
        });
        forecast.notes().forEach(root.putArray("notes")::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can be written", e);
        }
    }

    private static void write(PlannedObject object, ObjectNode node) {
        node.put("object", object.name()).put("action", lower(object.action())).put("step", object.step());
        if (!object.difference().isEmpty()) {
            object.difference().forEach(node.putArray("difference")::add);
        }
        object.loss()
                .ifPresent(loss ->
                        node.putObject("loses").put("what", loss.what()).put("severity", lower(loss.severity())));
        object.cost().ifPresent(cost -> write(cost, node.putObject("month")));
    }

    private static void write(CadenceCost cost, ObjectNode node) {
        node.put("runsBefore", cost.before().map(Cadence::runsPerMonth).orElse(0.0))
                .put("runsAfter", cost.after().runsPerMonth())
                .put("secondsPerRun", cost.runTime().seconds())
                .put("secondsSource", cost.runTime().source())
                .put("creditsBefore", cost.creditsBefore())
                .put("creditsAfter", cost.creditsAfter());
        cost.price()
                .ifPresent(price -> node.put("amountBefore", cost.creditsBefore() * price.amount())
                        .put("amountAfter", cost.creditsAfter() * price.amount())
                        .put("currency", price.currency()));
    }

    private static void write(Drift drift, ObjectNode node) {
        node.put("object", drift.key().toString()).put("change", lower(drift.change()));
        drift.lines().forEach(node.putArray("difference")::add);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.change.CadenceCost;
import dev.inverterflow.deploy.change.Loss;
import dev.inverterflow.deploy.inventory.Drift;
import dev.inverterflow.deploy.plan.PlannedObject.Action;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The forecast for people. */
public final class ForecastText {
    private static final String INDENT = "      ";

    private final PrintWriter out;

    public ForecastText(PrintWriter out) {
        this.out = out;
    }

    public void print(Forecast forecast) {
        if (forecast.plan().isEmpty()) {
            out.println(forecast.schema() + " is up to date: apply would do nothing");
        } else {
            steps(forecast);
            forecast.objects().stream()
                    .filter(object -> !object.isUnchanged() && object.action() != Action.RECREATE)
                    .forEach(this::object);
            forecast.objects().stream()
                    .filter(object ->
                            object.action() == Action.RECREATE && object.loss().isPresent())
                    .forEach(this::object);
            out.println(summary(forecast));
        }
        forecast.drift().ifPresent(this::drift);
        forecast.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }

    private void steps(Forecast forecast) {
        out.println("apply would run in " + forecast.schema() + ":");
        forecast.plan()
                .pending()
                .forEach(next -> out.println("  " + next.step().name() + "  "
                        + next.reason().words() + ", " + next.step().size()));
        out.println();
    }

    private void object(PlannedObject object) {
        out.println("  " + object.action().sign() + " " + object.name() + "  ("
                + object.action().words() + ", " + object.step() + ")");
        object.difference().forEach(line -> out.println(INDENT + line));
        object.cost().map(CadenceCost::words).ifPresent(words -> out.println(INDENT + "a month: " + words));
        object.loss().map(ForecastText::words).ifPresent(words -> out.println(INDENT + words));
    }

    private static String words(Loss loss) {
        return switch (loss.severity()) {
            case RESTORED -> "loses for a moment: " + loss.what();
            case LASTING ->
                "LOSES: " + loss.what() + "; apply asks for --allow "
                        + loss.key().name();
        };
    }

    private static String summary(Forecast forecast) {
        Map<Action, Long> counts = forecast.objects().stream()
                .collect(Collectors.groupingBy(
                        PlannedObject::action, () -> new EnumMap<>(Action.class), Collectors.counting()));
        return "\n"
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining(", "));
    }

    private void drift(Forecast.DriftReport report) {
        if (report.since().isEmpty()) {
            out.println("drift: nothing to compare with; the definitions are recorded at the end of an apply");
            return;
        }
        if (report.drifts().isEmpty()) {
            out.println("drift: none; everything is as it was right after the apply of "
                    + report.since().get());
            return;
        }
        out.println("drift since the apply of " + report.since().get() + ":");
        for (Drift drift : report.drifts()) {
            out.println("  ! " + drift.key() + " " + drift.change().word());
            drift.lines().stream().flatMap(String::lines).forEach(line -> out.println(INDENT + line));
        }
    }
}

package dev.inverterflow.deploy.variable;

import java.math.BigDecimal;
import java.util.Optional;

/** Bounds of a number, both inclusive. */
public record Range(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    static final Range UNBOUNDED = new Range(Optional.empty(), Optional.empty());

    /** The number's text must be that of a number. */
    boolean contains(String number) {
        BigDecimal value = new BigDecimal(number);
        return least.map(bound -> value.compareTo(bound) >= 0).orElse(true)
                && most.map(bound -> value.compareTo(bound) <= 0).orElse(true);
    }

    /** As in ", from 10 to 604800"; empty without bounds. */
    String words() {
        return least.map(bound -> ", from " + bound.toPlainString()).orElse("")
                + most.map(bound -> (least.isPresent() ? " to " : ", at most ") + bound.toPlainString())
                        .orElse("");
    }
}

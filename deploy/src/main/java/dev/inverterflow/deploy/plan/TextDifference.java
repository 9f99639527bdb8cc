package dev.inverterflow.deploy.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The lines in which two texts differ, one line around them. */
final class TextDifference {
    private static final int CONTEXT = 1;
    /** Two of file names that say nothing here. */
    private static final int HEADER_LINES = 2;

    private TextDifference() {}

    static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "", "", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT)
                .stream()
                .skip(HEADER_LINES)
                .filter(line -> !line.startsWith("@@"))
                .toList();
    }
}

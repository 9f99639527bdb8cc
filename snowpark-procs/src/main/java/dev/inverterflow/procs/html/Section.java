package dev.inverterflow.procs.html;

import org.jspecify.annotations.Nullable;

/**
 * A part of the page.
 *
 * @param title its heading
 * @param intro what one needs to know to read it; plain text
 * @param chart drawn below the intro; null for none
 * @param body HTML below that, everything from data escaped
 */
record Section(String title, String intro, @Nullable Chart chart, String body) {

    /** Heading, intro and chart stay together when the page is printed. */
    String html() {
        return "<section class=\"card\">\n<div class=\"together\">\n<h2>" + Html.escape(title) + "</h2>\n<p>"
                + Html.escape(intro) + "</p>\n" + (chart == null ? "" : chart.box()) + "</div>\n" + body
                + "</section>\n";
    }
}

package dev.inverterflow.client.reading;

/** A record that can be judged and then sent. */
public interface SendableRecord extends Candidate {
    /** Adds the record as compact JSON, UTF-8, without anything before or after it. */
    void appendTo(JsonBuffer buffer);
}

package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import java.io.IOException;
import java.util.List;

/**
 * Tells the driver what to copy for a PUT or GET. Server and driver share a disk: the stage is a folder the driver copies
 * to or from, or reads from by the addresses it is given.
 */
final class TransferJson {

    /** Above this size drivers split a file; they do not for local folders. */
    private static final int THRESHOLD_BYTES = 209_715_200;

    private TransferJson() {}

    static void write(JsonGenerator json, FileTransfer transfer) throws IOException {
        boolean upload = transfer.direction() == FileTransfer.Direction.UPLOAD;
        json.writeStringField("command", transfer.direction().name());
        json.writeArrayFieldStart("src_locations");
        for (String source : transfer.sources()) {
            json.writeString(source);
        }
        json.writeEndArray();
        json.writeNumberField("parallel", transfer.parallel());
        if (upload) {
            json.writeBooleanField("autoCompress", transfer.autoCompress());
            json.writeStringField("sourceCompression", transfer.sourceCompression());
            json.writeBooleanField("overwrite", transfer.overwrite());
            json.writeNumberField("threshold", THRESHOLD_BYTES);
            json.writeNullField("encryptionMaterial");
        } else {
            json.writeStringField("localLocation", transfer.localFolder());
            json.writeArrayFieldStart("encryptionMaterial");
            for (int index = 0; index < transfer.sources().size(); index++) {
                json.writeNull();
            }
            json.writeEndArray();
        }
        // Without it Snowpark's PutResult misses a column.
        json.writeBooleanField("clientShowEncryptionParameter", true);
        writeStageInfo(json, transfer);
    }

    private static void writeStageInfo(JsonGenerator json, FileTransfer transfer) throws IOException {
        List<String> addresses = transfer.addresses();
        boolean byAddress = addresses != null;
        if (addresses != null) {
            json.writeArrayFieldStart("presignedUrls");
            for (String address : addresses) {
                json.writeString(address);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("stageInfo");
        // Of all storage drivers know, this one is read by plain HTTP from any address.
        json.writeStringField("locationType", byAddress ? "GCS" : "LOCAL_FS");
        json.writeStringField("location", byAddress ? "stage/" : transfer.stageFolder() + "/");
        json.writeObjectFieldStart("creds");
        json.writeEndObject();
        json.writeBooleanField("isClientSideEncrypted", false);
        json.writeStringField("path", "");
        json.writeNullField("region");
        json.writeNullField("endPoint");
        json.writeEndObject();
    }
}

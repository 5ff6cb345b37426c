package org.triviumcrm.shared.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file as it was sent, checked and not yet kept.
 *
 * @param name without folders
 * @param contentType by the ending of its name; what the browser says is not believed
 * @param size in bytes
 * @param content from its first byte; whoever reads it closes it
 */
public record SentFile(String name, String contentType, long size, InputStream content) {

    /** In bytes: 20 MB. */
    static final long LARGEST = 20L << 20;

    private static final int LONGEST_NAME = 255;
    private static final int MARK_LENGTH = 8;

    /**
     * Looks at what was sent.
     *
     * @param size in bytes
     * @throws RefusedFile for one that is empty, too large, or of no kind that may be attached
     */
    public static SentFile of(String fileName, long size, InputStream content) throws IOException {
        if (size == 0) {
            throw new RefusedFile("shared.attachment.error.empty");
        }
        if (size > LARGEST) {
            throw new RefusedFile("shared.attachment.error.large");
        }
        String name = plain(fileName);
        InputStream file = new BufferedInputStream(content);
        file.mark(MARK_LENGTH);
        byte[] start = file.readNBytes(MARK_LENGTH);
        file.reset();
        String type = AttachmentKind.of(name, start).orElseThrow(() -> new RefusedFile("shared.attachment.error.kind"));
        return new SentFile(name, type, size, file);
    }

    /** Without folders and without what no file name should hold; the ending stays. */
    private static String plain(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}

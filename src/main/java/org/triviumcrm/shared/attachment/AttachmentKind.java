package org.triviumcrm.shared.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which files may be attached, by the ending of their name; what a browser says of a type is not believed. */
public final class AttachmentKind {

    /** What files of some kinds begin with; others have no such mark. */
    private static final Map<String, byte[]> MARKS = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F'},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/gif", new byte[] {'G', 'I', 'F', '8'});

    private static final byte[] ZIP = {'P', 'K'};

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("msg", "application/vnd.ms-outlook"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("zip", "application/zip"));

    private AttachmentKind() {}

    /**
     * The type of a file.
     *
     * @param start its first bytes, four at least unless it is shorter
     * @return empty when it may not be attached, or is not what its name says
     */
    static Optional<String> of(String name, byte[] start) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending)).filter(type -> isMarked(type, start));
    }

    /** For the choice of files in a page: {@code .csv,.doc,…}. */
    public static String endings() {
        return "." + String.join(",.", TYPES.keySet().stream().sorted().toList());
    }

    private static boolean isMarked(String type, byte[] start) {
        byte[] mark = type.startsWith(OFFICE) || type.equals("application/zip") ? ZIP : MARKS.get(type);
        return mark == null || start.length >= mark.length && Arrays.equals(Arrays.copyOf(start, mark.length), mark);
    }
}

package org.triviumcrm.shared.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an import target.
 *
 * @param max longest text, or greatest number; 0 for no limit
 * @param min smallest number
 * @param key whether existing records may be found by it
 * @param reference for {@link FieldType#REFERENCE}: the key of the {@link ImportReference}
 * @param ownFile a reference that may name a row of the same file, wherever it stands: written when all rows are there
 * @param synonyms headers that mean this field, in lower case, in any language
 */
public record ImportField(
        String key,
        FieldType type,
        boolean required,
        boolean identifies,
        long min,
        long max,
        @Nullable String reference,
        boolean ownFile,
        List<String> synonyms) {

    public static ImportField text(String key, int max, String... synonyms) {
        return new ImportField(key, FieldType.TEXT, false, false, 0, max, null, false, List.of(synonyms));
    }

    public static ImportField of(FieldType type, String key, String... synonyms) {
        long max = type == FieldType.EMAIL ? 320 : type == FieldType.CURRENCY ? 3 : 0;
        return new ImportField(key, type, false, false, 0, max, null, false, List.of(synonyms));
    }

    public static ImportField reference(String key, String reference, String... synonyms) {
        return new ImportField(key, FieldType.REFERENCE, false, false, 0, 0, reference, false, List.of(synonyms));
    }

    public ImportField mandatory() {
        return new ImportField(key, type, true, identifies, min, max, reference, ownFile, synonyms);
    }

    public ImportField identifying() {
        return new ImportField(key, type, required, true, min, max, reference, ownFile, synonyms);
    }

    public ImportField between(long least, long most) {
        return new ImportField(key, type, required, identifies, least, most, reference, ownFile, synonyms);
    }

    public ImportField fromOwnFile() {
        return new ImportField(key, type, required, identifies, min, max, reference, true, synonyms);
    }

    /** Whether the field is written after all rows of the file are there. */
    public boolean later() {
        return ownFile;
    }
}

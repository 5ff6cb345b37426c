package org.triviumcrm.shared.list;

import java.io.IOException;
import java.util.List;

/** A file being written row by row. */
interface ExportFile {

    void titles(List<String> titles);

    void row(ListRow row);

    /** Completes the file; without it the reader sees that something is missing. */
    void finish() throws IOException;

    /** Opens the file once it is certain that the reader may have it. */
    @FunctionalInterface
    interface Opener {

        /** @param name in the reader's language, without an ending */
        ExportFile open(String name) throws IOException;
    }
}

package org.triviumcrm.exchange.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.web.NotFound;

/** Files with nothing but the columns that a kind of import understands, in the viewer's language. */
@Service
public class ImportTemplates {

    private final ImportTargets targets;
    private final MessageSource messages;

    ImportTemplates(ImportTargets targets, MessageSource messages) {
        this.targets = targets;
        this.messages = messages;
    }

    /** UTF-8 with a byte order mark, so that spreadsheet programs read it as such. */
    @CanImport
    public byte[] csv(Viewer viewer, String key) throws IOException {
        ImportTarget target = targets.open(viewer).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        StringWriter text = new StringWriter().append('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(target.fields().stream()
                .map(field -> messages.getMessage("exchange.target." + key + "." + field.key(), null, viewer.locale()))
                .toList());
        csv.flush();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

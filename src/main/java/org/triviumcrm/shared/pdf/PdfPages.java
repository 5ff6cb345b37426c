package org.triviumcrm.shared.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes PDFs of templates. Latin and Chinese letters come from fonts that lie in the application, and those that are used are
 * embedded: what the machine has makes no difference.
 */
@Component
public class PdfPages {

    private static final int REGULAR = 400;
    private static final ClassPathResource LATIN =
            new ClassPathResource("org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    private static final ClassPathResource CHINESE = new ClassPathResource("fonts/DroidSansFallbackFull.ttf");

    private final TemplateEngine templates;

    PdfPages(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A PDF in A4.
     *
     * @param template well-formed as XML; it reads its model only, neither beans nor messages
     * @param styles path of a style sheet below {@code static/css}
     * @throws UncheckedIOException when something of it can't be read
     */
    public byte[] of(String template, String styles, Map<String, Object> model, Locale locale) {
        try {
            String css = sheet("pdf.css") + sheet(styles);
            String html = templates
                    .process(template, new Context(locale, model))
                    .replace("</head>", "<style>" + css + "</style></head>");
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            new PdfRendererBuilder()
                    .useFastMode()
                    .withHtmlContent(html, null)
                    .useFont(() -> open(LATIN), "Latin", REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> open(CHINESE), "Chinese", REGULAR, FontStyle.NORMAL, true)
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(String name) throws IOException {
        return new ClassPathResource("static/css/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static InputStream open(ClassPathResource font) {
        try {
            return font.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

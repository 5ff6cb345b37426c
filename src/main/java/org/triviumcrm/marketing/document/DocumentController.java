package org.triviumcrm.marketing.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.web.Option;

/** The plan of a campaign, to be read, printed and downloaded. */
@Controller
class DocumentController {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final DocumentService documents;

    DocumentController(DocumentService documents) {
        this.documents = documents;
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}/document")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String language,
            Viewer viewer,
            Locale locale,
            Model model) {
        model.addAttribute("document", documents.document(viewer, id, chosen(language, locale)));
        model.addAttribute("id", id);
        model.addAttribute(
                "languages",
                LANGUAGES.stream()
                        .map(one -> new Option(one.toLanguageTag(), one.getDisplayLanguage(one)))
                        .toList());
        return "marketing/document/show";
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}/document.pdf")
    void download(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String language,
            Viewer viewer,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        PlanDocument document = documents.document(viewer, id, chosen(language, locale));
        byte[] pdf = documents.pdf(viewer, document);
        String name = (document.heading() + " - " + document.name()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-");
        Download.begin(response, name + ".pdf", MediaType.APPLICATION_PDF_VALUE, pdf.length);
        response.getOutputStream().write(pdf);
    }

    private static Locale chosen(@Nullable String language, Locale locale) {
        Locale usual = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        return LANGUAGES.stream()
                .filter(one -> one.toLanguageTag().equals(language))
                .findFirst()
                .orElse(usual);
    }
}

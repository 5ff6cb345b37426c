package org.triviumcrm.support.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.support.message.ReceivedMessageService;
import org.triviumcrm.support.ticket.TicketList;

/** What came by mail: as it was laid out, and as it came. */
@Controller
class OriginalController {

    private static final String ONE = TicketList.PATH + "/{id:\\d+}/messages/{messageId:\\d+}";

    private final ReceivedMessageService messages;
    private final OriginalService originals;
    private final MessageSource texts;

    OriginalController(ReceivedMessageService messages, OriginalService originals, MessageSource texts) {
        this.messages = messages;
        this.originals = originals;
        this.texts = texts;
    }

    @GetMapping(ONE + "/layout")
    ResponseEntity<String> layout(
            @PathVariable long id,
            @PathVariable long messageId,
            @RequestParam(defaultValue = "false") boolean pictures,
            Viewer viewer,
            Locale locale) {
        String page = MailLayout.page(
                messages.html(viewer, id, messageId),
                messages.shown(viewer, id, messageId),
                TicketList.PATH + "/" + id + "/files/",
                pictures,
                texts.getMessage("support.mail.pictures", null, locale),
                texts.getMessage("support.mail.pictures.show", null, locale));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", MailLayout.policy(pictures))
                .body(page);
    }

    @GetMapping(ONE + "/original")
    void download(@PathVariable long id, @PathVariable long messageId, Viewer viewer, HttpServletResponse response)
            throws IOException {
        OriginalService.Original original = originals.find(viewer, id, messageId);
        Download.begin(response, "mail-" + messageId + ".eml", "message/rfc822", original.size());
        originals.write(viewer, original, response.getOutputStream());
    }
}

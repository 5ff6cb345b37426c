package org.triviumcrm.sales.opportunity;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** How a step made on the board ends: the page stays, says what happened, and its columns ask for what has changed. */
@Component
class BoardAnswers {

    private final MessageSource messages;

    BoardAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Done: the dialog closes.
     *
     * @param notice message key
     * @param gone id of the opportunity that left the board, 0 when one has come
     * @param stage the column it left or came to
     */
    ResponseEntity<Void> done(String notice, long gone, long stage) {
        String refresh = "\"board:refresh\":{\"id\":%d,\"stage\":%d}".formatted(gone, stage);
        return ResponseEntity.noContent()
                .header("HX-Trigger", "{\"dialog:close\":\"\"," + refresh + "}")
                .header("X-Notice", text(notice))
                .build();
    }

    /** Moved by dragging or a key: the board knows where to. */
    ResponseEntity<Void> moved() {
        return ResponseEntity.noContent().build();
    }

    /** Moved by the form in the dialog, which closes. */
    ResponseEntity<Void> moved(long id, long from, long to) {
        String refresh = "\"board:refresh\":{\"id\":%d,\"stage\":%d,\"to\":%d}".formatted(id, from, to);
        return ResponseEntity.noContent()
                .header("HX-Trigger", "{\"dialog:close\":\"\"," + refresh + "}")
                .header("X-Notice", text("sales.opportunity.moved"))
                .build();
    }

    /** Not yet: the board puts the card back and opens the form with what the stage asks. */
    ResponseEntity<Void> asks(long id, long stageId) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header("X-Dialog", "/sales/opportunities/" + id + "/move?from=board&stageId=" + stageId)
                .build();
    }

    /** Refused: the board puts everything back and shows the message. */
    ResponseEntity<Void> refused(String problem) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header("X-Problem", text(problem))
                .build();
    }

    private String text(String key) {
        return UriUtils.encode(messages.getMessage(key, null, LocaleContextHolder.getLocale()), StandardCharsets.UTF_8);
    }
}

package org.triviumcrm.shared.web;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** How a step made on a board ends: the page stays, says what happened, and its columns ask for what has changed. */
@Component
public class BoardAnswers {

    private final MessageSource messages;

    BoardAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Done: the dialog closes.
     *
     * @param notice message key
     * @param gone id of the record that left the board, 0 when one has come
     * @param stage the column it left or came to
     */
    public ResponseEntity<Void> done(String notice, long gone, long stage) {
        String refresh = "\"board:refresh\":{\"id\":%d,\"stage\":%d}".formatted(gone, stage);
        return ResponseEntity.noContent()
                .header("HX-Trigger", "{\"dialog:close\":\"\"," + refresh + "}")
                .header("X-Notice", text(notice))
                .build();
    }

    /** Moved by dragging or a key: the board knows where to. */
    public ResponseEntity<Void> moved() {
        return ResponseEntity.noContent().build();
    }

    /**
     * Moved by the form in the dialog, which closes.
     *
     * @param notice message key
     */
    public ResponseEntity<Void> moved(String notice, long id, long from, long to) {
        String refresh = "\"board:refresh\":{\"id\":%d,\"stage\":%d,\"to\":%d}".formatted(id, from, to);
        return ResponseEntity.noContent()
                .header("HX-Trigger", "{\"dialog:close\":\"\"," + refresh + "}")
                .header("X-Notice", text(notice))
                .build();
    }

    /** Not yet: the board puts the card back and opens the form with what is asked. @param form its address */
    public ResponseEntity<Void> asks(String form) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header("X-Dialog", form)
                .build();
    }

    /** Refused: the board puts everything back and shows the message. */
    public ResponseEntity<Void> refused(String problem) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header("X-Problem", text(problem))
                .build();
    }

    private String text(String key) {
        return UriUtils.encode(messages.getMessage(key, null, LocaleContextHolder.getLocale()), StandardCharsets.UTF_8);
    }
}

package org.triviumcrm.support.visitor;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What visitors' pages get when something can't be done; they find the words for it. */
@ControllerAdvice(basePackageClasses = VisitorController.class)
class VisitorProblems {

    @ExceptionHandler(NoSuchChat.class)
    ResponseEntity<Map<String, String>> missing() {
        return answer(HttpStatus.NOT_FOUND.value(), "missing");
    }

    @ExceptionHandler(TooMuch.class)
    ResponseEntity<Map<String, String>> tooMuch() {
        return answer(HttpStatus.TOO_MANY_REQUESTS.value(), "much");
    }

    @ExceptionHandler(NotTaken.class)
    ResponseEntity<Map<String, String>> notTaken(NotTaken refused) {
        return answer(refused.status(), refused.reason());
    }

    private static ResponseEntity<Map<String, String>> answer(int status, String reason) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", reason));
    }
}

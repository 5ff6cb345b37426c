package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The public addresses for articles that may help a visitor. What is asked stands in no address, so that no log keeps it. */
@Controller
@RequestMapping(VisitorController.PATH)
class VisitorHelpController {

    private final VisitorHelpService help;
    private final SentReader reader;

    VisitorHelpController(VisitorHelpService help, SentReader reader) {
        this.help = help;
        this.reader = reader;
    }

    @PostMapping("/articles")
    @ResponseBody
    List<OfferedArticle> articles(@PathVariable String key, HttpServletRequest request) throws IOException {
        return help.articles(key, reader.read(request), request.getRemoteAddr());
    }

    @PostMapping("/helped")
    ResponseEntity<Void> helped(
            @PathVariable String key,
            @RequestHeader(name = VisitorController.TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        help.helped(key, token, reader.read(request), request.getRemoteAddr(), browser);
        return ResponseEntity.noContent().build();
    }
}

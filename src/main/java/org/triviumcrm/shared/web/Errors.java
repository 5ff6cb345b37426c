package org.triviumcrm.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for everything that goes wrong, one wording a kind. A fault of ours gets a number that stands in the log;
 * htmx requests, whose page stays, get the text in the header {@code X-Problem}.
 */
@Controller
class Errors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Set<Integer> WITH_A_PAGE = Set.of(403, 404, 409, 419);
    private static final int EXPIRED = 419;

    private final MessageSource messages;

    Errors(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = statusOf(request);
        String kind = WITH_A_PAGE.contains(status) ? String.valueOf(status) : status >= 500 ? "500" : "other";
        String number = status >= 500 ? log(request) : null;
        response.setHeader("X-Problem", header(kind, number));
        if (status == EXPIRED) {
            response.setHeader("X-Session-Ended", "yes");
        }
        model.addAttribute("kind", kind);
        model.addAttribute("number", number);
        return "error";
    }

    private static int statusOf(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return EXPIRED;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    private static String log(HttpServletRequest request) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("Error {} at {}", number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), cause);
        return number;
    }

    private String header(String kind, @Nullable String number) {
        String text = messages.getMessage("error." + kind + ".text", null, LocaleContextHolder.getLocale());
        return URLEncoder.encode(number == null ? text : text + " " + number, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}

package org.triviumcrm.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Input that was not accepted: its form again, answered with 422. */
public final class Rejected {

    private Rejected() {}

    /** The view, with the status of the present response set. */
    public static String with(String view) {
        return with(view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same with another status, such as 409 for a version that somebody else has changed. */
    public static String with(String view, HttpStatus status) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null) {
                response.setStatus(status.value());
            }
        }
        return view;
    }
}

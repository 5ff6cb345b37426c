package org.triviumcrm.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Leads whoever is not signed in to the sign-in page. A script that asked for a part of a page is only told so: it
 * keeps what was typed before it leaves.
 */
class SignInPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (SignInSecurity.isPartOfAPage(request)) {
            response.setHeader("X-Session-Ended", "yes");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        }
    }
}

package org.triviumcrm.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person who has been switched off, and leads one with a temporary password to the page where it
 * is changed. Stands in the security chain, so it is no bean of its own.
 */
public class VisitorFilter extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/account/password";

    private final CurrentVisitor visitor;

    public VisitorFilter(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().matches("/(webjars|css|js|img|icons|fonts)/.*|/actuator/.*|/sign-out|/error");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson) {
            Optional<Visitor> visiting = visitor.of(request);
            if (visiting.isEmpty()) {
                end(request);
            } else if (visiting.get().mustChangePassword()
                    && !request.getServletPath().equals(PASSWORD_PAGE)) {
                redirect(request, response);
                return;
            }
        } else if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            end(request); // somebody who may be signed in elsewhere, but is nobody here
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response) {
        String target = request.getContextPath() + PASSWORD_PAGE;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, target);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }
}

package org.triviumcrm.support.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of an account that has stopped working, and lets nobody else pass as a customer; while the portal is closed there is
 * nothing here. Stands in the security chain, so it is no bean of its own.
 */
class PortalFilter extends OncePerRequestFilter {

    private final CurrentCustomer current;
    private final PortalSettingRepository settings;

    PortalFilter(CurrentCustomer current, PortalSettingRepository settings) {
        this.current = current;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (current.of(request).isEmpty()) {
            if (!settings.read().active()) {
                response.sendError(HttpStatus.NOT_FOUND.value());
                return;
            }
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
                end(request);
            }
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
}

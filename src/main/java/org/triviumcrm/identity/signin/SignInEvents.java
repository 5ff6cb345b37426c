package org.triviumcrm.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.WebAccess;
import org.triviumcrm.identity.access.CurrentVisitor;
import org.triviumcrm.identity.access.Visitor;

/** What happens after a sign-in, a refused one, and before a sign-out. */
@Component
class SignInEvents extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {

    static final String DEVICE = "device";

    private final SignInRepository log;
    private final CurrentVisitor visitor;

    SignInEvents(SignInRepository log, CurrentVisitor visitor) {
        this.log = log;
        this.visitor = visitor;
        setDefaultTargetUrl("/");
        setRedirectStrategy(WebAccess.hereOnly());
    }

    /** Remembers the device for the list of sessions, then goes where the person was going. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        request.getSession().setAttribute(DEVICE, Device.of(request));
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** Shows the form again, with the name still in it. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws ServletException, IOException {
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        visitor.of(request)
                .map(Visitor::viewer)
                .ifPresent(viewer ->
                        log.write(SignInOutcome.SIGNED_OUT, viewer.personId(), viewer.name(), Device.of(request)));
    }
}

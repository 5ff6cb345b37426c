package org.triviumcrm.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;

/** Who looks, loaded once per request and only when somebody asks. */
@Component
public class CurrentVisitor {

    private static final String LOADED = CurrentVisitor.class.getName();

    private final VisitorRepository visitors;

    CurrentVisitor(VisitorRepository visitors) {
        this.visitors = visitors;
    }

    /** Empty when nobody is signed in, or the person has been switched off since. */
    public Optional<Visitor> of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInPerson person)) {
            return Optional.empty();
        }
        if (request.getAttribute(LOADED) instanceof Visitor visitor
                && visitor.viewer().personId() == person.personId()) {
            return Optional.of(visitor);
        }
        Optional<Visitor> loaded = visitors.visit(person.personId());
        loaded.ifPresent(visitor -> request.setAttribute(LOADED, visitor));
        return loaded;
    }

    public Optional<Viewer> viewer(HttpServletRequest request) {
        return of(request).map(Visitor::viewer);
    }

    /** For a change of one's own settings that the answer to the same request shall already show. */
    public void forget(HttpServletRequest request) {
        request.removeAttribute(LOADED);
    }
}

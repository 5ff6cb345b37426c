package org.triviumcrm.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;

/** Every page knows its {@code viewer} (null when nobody is signed in) and {@code theme}. */
@ControllerAdvice
class ViewerAttributes {

    private final CurrentVisitor visitor;

    ViewerAttributes(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(HttpServletRequest request) {
        return visitor.viewer(request).orElse(null);
    }

    @ModelAttribute("theme")
    String theme(HttpServletRequest request) {
        return visitor.of(request).map(Visitor::theme).orElse("auto");
    }

    /** Whether the password is a temporary one; the page to change it says so. */
    @ModelAttribute("mustChangePassword")
    boolean mustChangePassword(HttpServletRequest request) {
        return visitor.of(request).map(Visitor::mustChangePassword).orElse(false);
    }
}

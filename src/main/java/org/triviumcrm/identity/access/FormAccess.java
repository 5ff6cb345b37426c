package org.triviumcrm.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.triviumcrm.identity.Requires;

/**
 * Whoever may not send a form is refused before it is read: a handler that answers with what is wrong in a form names the
 * same permission as the service that it calls, which asks again.
 */
@Component
class FormAccess implements HandlerInterceptor, WebMvcConfigurer {

    private final CurrentVisitor visitor;

    FormAccess(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Requires requires = handler instanceof HandlerMethod method
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class)
                : null;
        if (requires != null
                && visitor.viewer(request)
                        .filter(viewer -> Arrays.stream(requires.value()).anyMatch(viewer::can))
                        .isEmpty()) {
            throw new AccessDeniedException("Not for this viewer: " + handler);
        }
        return true;
    }
}

package org.triviumcrm.identity.access;

import java.util.Arrays;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Viewer;

/** Grants a call when the {@link Viewer} among its arguments has what {@link Requires} names. */
class RequiredPermission implements AuthorizationManager<MethodInvocation> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, MethodInvocation call) {
        Viewer viewer = ChangesByViewer.viewerIn(call);
        return new AuthorizationDecision(
                viewer != null && Arrays.stream(needed(call)).anyMatch(viewer::can));
    }

    private static String[] needed(MethodInvocation call) {
        Class<?> target = call.getThis() == null ? null : AopUtils.getTargetClass(call.getThis());
        Requires requires = AnnotatedElementUtils.findMergedAnnotation(
                AopUtils.getMostSpecificMethod(call.getMethod(), target), Requires.class);
        if (requires == null) {
            throw new IllegalStateException("No permission is named on " + call.getMethod());
        }
        return requires.value();
    }
}

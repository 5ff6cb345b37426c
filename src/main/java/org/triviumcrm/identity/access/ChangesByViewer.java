package org.triviumcrm.identity.access;

import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.ChangeAuthor;

/** Names the viewer of a service call as the author of what it changes. */
class ChangesByViewer implements MethodInterceptor {

    @Override
    @SuppressWarnings("NullAway") // what is called may answer nothing
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Viewer viewer = viewerIn(call);
        if (viewer == null) {
            return call.proceed();
        }
        ChangeAuthor author =
                viewer.isJob() ? new ChangeAuthor(null, viewer.name()) : new ChangeAuthor(viewer.personId(), null);
        return author.during(call::proceed);
    }

    static @Nullable Viewer viewerIn(MethodInvocation call) {
        return Arrays.stream(call.getArguments())
                .filter(Viewer.class::isInstance)
                .map(Viewer.class::cast)
                .findFirst()
                .orElse(null);
    }
}

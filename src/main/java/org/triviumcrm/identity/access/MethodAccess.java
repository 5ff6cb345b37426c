package org.triviumcrm.identity.access;

import java.lang.reflect.Method;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.stereotype.Controller;
import org.triviumcrm.identity.Requires;

/** Enforces {@link Requires}, directly on a method or through a module's own annotation. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(prePostEnabled = false)
class MethodAccess {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor requiresPermission() {
        return new AuthorizationManagerBeforeMethodInterceptor(new RequiresPointcut(), new RequiredPermission());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor changesByViewer() {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new RequiresPointcut(), new ChangesByViewer());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static final class RequiresPointcut extends StaticMethodMatcherPointcut {

        RequiresPointcut() {
            // FormAccess asks for what controllers name
            setClassFilter(type -> type.getName().startsWith("org.triviumcrm.")
                    && !AnnotatedElementUtils.hasAnnotation(type, Controller.class));
        }

        @Override
        public boolean matches(Method method, Class<?> target) {
            return AnnotatedElementUtils.hasAnnotation(method, Requires.class);
        }
    }
}

package org.triviumcrm.shared.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Suggests for a dependency on one of our classes the bean that is named after it, as our components are. Without a name
 * Spring asks every bean whether it is of that class, for every class that somebody depends on: beans times classes.
 *
 * <p>A suggestion is not believed: Spring takes it when that bean is of the class, fits the qualifiers, and no other is
 * primary; else it looks at all of them.
 */
record NamedDependencies(AutowireCandidateResolver resolver, String ours) implements AutowireCandidateResolver {

    @Override
    public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
        String named = resolver.getSuggestedName(descriptor);
        Class<?> type = descriptor.getDependencyType();
        return named == null && type.getName().startsWith(ours)
                ? StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type))
                : named;
    }

    @Override
    public boolean isAutowireCandidate(BeanDefinitionHolder bean, DependencyDescriptor descriptor) {
        return resolver.isAutowireCandidate(bean, descriptor);
    }

    @Override
    public boolean isRequired(DependencyDescriptor descriptor) {
        return resolver.isRequired(descriptor);
    }

    @Override
    public boolean hasQualifier(DependencyDescriptor descriptor) {
        return resolver.hasQualifier(descriptor);
    }

    @Override
    public @Nullable Object getSuggestedValue(DependencyDescriptor descriptor) {
        return resolver.getSuggestedValue(descriptor);
    }

    @Override
    public @Nullable Object getLazyResolutionProxyIfNecessary(DependencyDescriptor descriptor, @Nullable String bean) {
        return resolver.getLazyResolutionProxyIfNecessary(descriptor, bean);
    }

    @Override
    public @Nullable Class<?> getLazyResolutionProxyClass(DependencyDescriptor descriptor, @Nullable String bean) {
        return resolver.getLazyResolutionProxyClass(descriptor, bean);
    }

    @Override
    public AutowireCandidateResolver cloneIfNecessary() {
        return new NamedDependencies(resolver.cloneIfNecessary(), ours);
    }
}

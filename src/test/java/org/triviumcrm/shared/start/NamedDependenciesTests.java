package org.triviumcrm.shared.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The name is a suggestion: what Spring would have given is given. */
class NamedDependenciesTests {

    private final Lists lists = new Lists();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(lists);

    @Test
    void givesTheBeanThatIsNamedAfterTheClassWithoutLookingAtTheOthers() {
        bean("namedDependenciesTests.Clerk", Clerk.class);
        assertThat(office().clerk()).isSameAs(context.getBean("namedDependenciesTests.Clerk"));
        assertThat(lists.asked).isZero();
    }

    @Test
    void looksAtAllWhenTheNamedOneIsOfAnotherClass() {
        bean("namedDependenciesTests.Clerk", String.class);
        bean("other", Clerk.class);
        assertThat(office().clerk()).isSameAs(context.getBean("other"));
    }

    @Test
    void looksAtAllWhenNoneHasTheName() {
        bean("other", Clerk.class);
        assertThat(office().clerk()).isSameAs(context.getBean("other"));
    }

    @Test
    void givesThePrimaryOne() {
        bean("namedDependenciesTests.Clerk", Clerk.class);
        bean("other", Clerk.class).setPrimary(true);
        assertThat(office().clerk()).isSameAs(context.getBean("other"));
    }

    @Test
    void givesTheOneThatIsQualified() {
        bean("namedDependenciesTests.Clerk", Clerk.class);
        bean("other", Clerk.class);
        bean("choosy", Choosy.class);
        context.refresh();
        assertThat(context.getBean(Choosy.class).clerk()).isSameAs(context.getBean("other"));
    }

    @Test
    void refusesSeveralOfWhichNoneHasTheName() {
        bean("one", Clerk.class);
        bean("other", Clerk.class);
        assertThatThrownBy(this::office)
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }

    private Office office() {
        bean("office", Office.class);
        context.refresh();
        return context.getBean("office", Office.class);
    }

    private RootBeanDefinition bean(String name, Class<?> type) {
        context.registerBeanDefinition("soonerStart", new RootBeanDefinition(SoonerStart.class));
        RootBeanDefinition definition = new RootBeanDefinition(type);
        context.registerBeanDefinition(name, definition);
        return definition;
    }

    static class Clerk {}

    record Office(Clerk clerk) {}

    record Choosy(@Qualifier("other") Clerk clerk) {}

    /** Counts how often all beans were looked at for a clerk. */
    private static final class Lists extends DefaultListableBeanFactory {

        int asked;

        @Override
        public String[] getBeanNamesForType(@Nullable Class<?> type, boolean prototypes, boolean eager) {
            if (type == Clerk.class) {
                asked++;
            }
            return super.getBeanNamesForType(type, prototypes, eager);
        }
    }
}

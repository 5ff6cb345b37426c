package org.triviumcrm.shared.start;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Runs when all beans are known and none of ours has been made: dependencies are found by {@link NamedDependencies}, and
 * what beans there are of a class is remembered from now on. Spring itself remembers that only after the web server has
 * been built, for which most of the application is made. Whatever adds a bean later makes it forget.
 */
@Component
class SoonerStart implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof DefaultListableBeanFactory factory) {
            factory.setAutowireCandidateResolver(
                    new NamedDependencies(factory.getAutowireCandidateResolver(), "org.triviumcrm."));
            factory.freezeConfiguration();
        }
    }
}

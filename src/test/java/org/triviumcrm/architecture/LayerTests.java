package org.triviumcrm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.triviumcrm.architecture.Code.PRODUCT;
import static org.triviumcrm.architecture.Code.assertFinds;
import static org.triviumcrm.architecture.Code.layer;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import counterexample.layer.ChattyService;
import counterexample.layer.EagerService;
import counterexample.layer.ForgetfulRepository;
import counterexample.layer.GreedyController;
import counterexample.layer.MisnamedPage;
import counterexample.layer.MisnamedStore;
import counterexample.layer.OpenEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The layers are the class suffixes: Controller → Service → Repository, never a step over, never back. */
class LayerTests {

    private static final DescribedPredicate<JavaClass> DATABASE =
            or(type(EntityManager.class), resideInAnyPackage("org.springframework.jdbc..", "java.sql.."));
    private static final DescribedPredicate<JavaClass> WEB = resideInAnyPackage(
            "jakarta.servlet..", "org.springframework.ui..", "org.springframework.web.servlet..", "org.thymeleaf..");

    private static final ArchRule CONTROLLERS_ASK_SERVICES = noClasses()
            .that(layer("Controller"))
            .should()
            .dependOnClassesThat(or(layer("Repository"), annotatedWith(Repository.class), DATABASE))
            .because("a controller binds, calls one service method and picks a view");

    private static final ArchRule CONTROLLERS_OPEN_NO_TRANSACTION = noMethods()
            .that()
            .areDeclaredInClassesThat(layer("Controller"))
            .should()
            .beAnnotatedWith(Transactional.class);

    private static final ArchRule SERVICES_KNOW_NO_PAGES =
            noClasses().that(layer("Service")).should().dependOnClassesThat(or(layer("Controller"), WEB));

    private static final ArchRule SERVICES_READ_THROUGH_REPOSITORIES =
            noClasses().that(layer("Service")).should().dependOnClassesThat(DATABASE);

    private static final ArchRule REPOSITORIES_CALL_NOBODY_ABOVE = noClasses()
            .that(layer("Repository"))
            .should()
            .dependOnClassesThat(or(layer("Controller"), layer("Service"), WEB));

    private static final ArchRule ENTITIES_KNOW_NO_LAYER = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat(or(layer("Controller"), layer("Service"), layer("Repository"), WEB, DATABASE));

    /** The error page and the icons are the web kit's own. */
    private static final ArchRule CONTROLLERS_ARE_NAMED = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .haveNameNotMatching("org[.]triviumcrm[.]shared[.]web[.](Errors|IconSprite)")
            .should()
            .haveSimpleNameEndingWith("Controller");

    private static final ArchRule REPOSITORIES_ARE_NAMED = classes()
            .that()
            .areMetaAnnotatedWith(Repository.class)
            .or()
            .areAssignableTo(org.springframework.data.repository.Repository.class)
            .should()
            .haveSimpleNameEndingWith("Repository");

    private static final ArchRule ONE_PACKAGE_KNOWS_THE_ENGINE = noClasses()
            .that(resideOutsideOfPackage("org.triviumcrm.approval.engine.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.flowable.."))
            .because("what cases need of a process engine stands in Engine and CaseSteps");

    @Test
    void controllersAskServices() {
        CONTROLLERS_ASK_SERVICES.check(PRODUCT);
        assertFinds(CONTROLLERS_ASK_SERVICES, GreedyController.class);
    }

    @Test
    void controllersOpenNoTransaction() {
        CONTROLLERS_OPEN_NO_TRANSACTION.check(PRODUCT);
        assertFinds(CONTROLLERS_OPEN_NO_TRANSACTION, GreedyController.class);
    }

    @Test
    void servicesKnowNoPages() {
        SERVICES_KNOW_NO_PAGES.check(PRODUCT);
        assertFinds(SERVICES_KNOW_NO_PAGES, ChattyService.class);
    }

    @Test
    void servicesReadThroughRepositories() {
        SERVICES_READ_THROUGH_REPOSITORIES.check(PRODUCT);
        assertFinds(SERVICES_READ_THROUGH_REPOSITORIES, ChattyService.class);
    }

    @Test
    void repositoriesCallNobodyAbove() {
        REPOSITORIES_CALL_NOBODY_ABOVE.check(PRODUCT);
        assertFinds(REPOSITORIES_CALL_NOBODY_ABOVE, ForgetfulRepository.class);
    }

    @Test
    void entitiesKnowNoLayer() {
        ENTITIES_KNOW_NO_LAYER.check(PRODUCT);
        assertFinds(ENTITIES_KNOW_NO_LAYER, OpenEntity.class);
    }

    @Test
    void controllersAreFoundByTheirName() {
        CONTROLLERS_ARE_NAMED.check(PRODUCT);
        assertFinds(CONTROLLERS_ARE_NAMED, MisnamedPage.class);
    }

    @Test
    void repositoriesAreFoundByTheirName() {
        REPOSITORIES_ARE_NAMED.check(PRODUCT);
        assertFinds(REPOSITORIES_ARE_NAMED, MisnamedStore.class);
    }

    @Test
    void onePackageKnowsTheEngine() {
        ONE_PACKAGE_KNOWS_THE_ENGINE.check(PRODUCT);
        assertFinds(ONE_PACKAGE_KNOWS_THE_ENGINE, EagerService.class);
    }
}

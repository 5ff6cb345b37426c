package org.triviumcrm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.architecture.Code.PRODUCT;
import static org.triviumcrm.architecture.Code.assertFinds;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import counterexample.layer.GreedyController;
import counterexample.layer.GreetingServiceImpl;
import counterexample.layer.OpenEntity;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Names, sizes, time, and who may write into an entity. */
class TasteTests {

    private static final int LINES = 250;
    private static final int HANDLERS = 7;

    private static final ArchRule NO_IMPL = noClasses().should().haveSimpleNameEndingWith("Impl");

    /** One class makes the clock; all others ask it. */
    private static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.triviumcrm.shared.time.TimeConfiguration")
            .should()
            .callCodeUnitWhere(
                    DescribedPredicate.describe("looks at the clock on the wall", TasteTests::looksAtTheWall));

    private static final ArchRule FEW_HANDLERS = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should(new ArchCondition<>("have at most " + HANDLERS + " handlers") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long handlers = type.getMethods().stream()
                            .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                            .count();
                    if (handlers > HANDLERS) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getSimpleName() + " has " + handlers + " handlers"));
                    }
                }
            });

    private static final ArchRule ENTITIES_CHANGE_THEMSELVES = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("only read") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean writes = method.getFieldAccesses().stream()
                            .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET);
                    if (writes || method.getRawReturnType().getName().equals("void")) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " changes the entity"));
                    }
                }
            });

    @Test
    void nothingIsNamedImpl() {
        NO_IMPL.check(PRODUCT);
        assertFinds(NO_IMPL, GreetingServiceImpl.class);
    }

    @Test
    void timeComesFromTheClock() {
        TIME_COMES_FROM_THE_CLOCK.check(PRODUCT);
        assertFinds(TIME_COMES_FROM_THE_CLOCK, GreetingServiceImpl.class, OpenEntity.class);
    }

    @Test
    void controllersAreSmall() {
        FEW_HANDLERS.check(PRODUCT);
        assertFinds(FEW_HANDLERS, GreedyController.class);
    }

    @Test
    void nobodyWritesIntoAnEntityFromOutside() {
        ENTITIES_CHANGE_THEMSELVES.check(PRODUCT);
        assertFinds(ENTITIES_CHANGE_THEMSELVES, OpenEntity.class);
    }

    @Test
    void classesAreShort() {
        assertThat(Sources.longerThan(LINES, Sources.JAVA, ".java")).isEmpty();
    }

    @Test
    void aLongClassIsFound(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("Long.java"), "line\n".repeat(LINES + 1).lines().toList());
        Files.write(folder.resolve("Short.java"), "line\n".repeat(LINES).lines().toList());
        assertThat(Sources.longerThan(LINES, folder, ".java")).containsExactly(folder.resolve("Long.java"));
    }

    /** {@code now()} without a clock or a zone's clock, and the older ways to the same. */
    private static boolean looksAtTheWall(JavaAccess<? extends CodeUnitAccessTarget> call) {
        CodeUnitAccessTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean withClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !withClock;
            case "currentTimeMillis" -> true;
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals(Clock.class.getName());
            case "<init>" ->
                owner.equals(Date.class.getName())
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }
}

package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The application's classes, and what the rules about them share. */
final class Code {

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.triviumcrm");

    private Code() {}

    /** Classes of a layer, with the classes and records inside them. */
    static DescribedPredicate<JavaClass> layer(String suffix) {
        return DescribedPredicate.describe(
                "in the layer " + suffix,
                type -> type.getPackageName().matches("(org[.]triviumcrm|counterexample)[.].*")
                        && outermost(type).getSimpleName().endsWith(suffix));
    }

    /** The class that gives the file its name. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Code::outermost).orElse(type);
    }

    /** Shows a rule something broken, which it must find. */
    static void assertFinds(ArchRule rule, Class<?>... broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);
        for (JavaClass type : classes) {
            assertThat(rule.evaluate(classes).getFailureReport().toString())
                    .as("what the rule finds in %s", type.getSimpleName())
                    .contains(type.getSimpleName());
        }
    }
}

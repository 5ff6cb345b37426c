package org.triviumcrm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.architecture.Code.PRODUCT;
import static org.triviumcrm.architecture.Code.assertFinds;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import counterexample.layer.ChattyService;
import counterexample.layer.TrustingService;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListReader;

/**
 * What a service lets others do names its permission and takes the {@link Viewer} that must have it. Checked are public
 * methods, and those that controllers call.
 */
class PermissionTests {

    /** Methods that ask for none, each with the reason. */
    private static final Map<String, String> UNGUARDED = Map.ofEntries(
            Map.entry("WonAmounts.measure", "says what the amounts are, and none of them"),
            Map.entry("SignedAmounts.measure", "as WonAmounts"),
            Map.entry("ReceivedAmounts.measure", "as WonAmounts"),
            Map.entry("FieldHistory.tables", "names of kinds of records, no rows"),
            Map.entry("FieldHistory.of", "its callers have checked that the viewer may see the record"),
            Map.entry("FieldHistory.changedSince", "its callers have checked that the viewer may see the record"),
            Map.entry("FieldHistory.all", "LogService asks for the permission"),
            Map.entry("PersonDirectory.names", "who is who is known to everybody in the company"),
            Map.entry("PersonDirectory.find", "who is who is known to everybody in the company"),
            Map.entry("PersonDirectory.findByName", "who is who is known to everybody in the company"),
            Map.entry("TeamDirectory.tree", "the teams are known to everybody in the company"),
            Map.entry("TeamDirectory.andBelow", "the teams are known to everybody in the company"),
            Map.entry("TeamDirectory.names", "the teams are known to everybody in the company"),
            Map.entry("TeamDirectory.find", "the teams are known to everybody in the company"),
            Map.entry("TeamDirectory.path", "the teams are known to everybody in the company"),
            Map.entry("TeamDirectory.findByName", "the teams are known to everybody in the company"),
            Map.entry("StaffDirectory.above", "who is in charge is known to everybody in the company"),
            Map.entry("StaffDirectory.inCharge", "who is in charge is known to everybody in the company"),
            Map.entry("StaffDirectory.all", "names of roles, no rights"),
            Map.entry("StaffDirectory.holders", "who has a role is known in the company; what it allows is not told"),
            Map.entry("BuiltInRoles.seed", "part of the first run"),
            Map.entry("BuiltInRoles.id", "keys of roles that come along, no rights"),
            Map.entry(
                    "BuiltInRoles.permissions", "other services of identity compare with it what a viewer may hand on"),
            Map.entry("BuiltInRoles.lockAdministrators", "a lock inside the transaction of others"),
            Map.entry("CaptureService.ticket", "the public address of forms on websites"),
            Map.entry("CaptureService.site", "the public address of forms on websites"),
            Map.entry("CaptureService.take", "the public address of forms on websites"),
            Map.entry("ArticleSuggestions.forEverybody", "finds what is published for everybody alone"),
            Map.entry("HelpService.site", "the public site: nothing while it is off"),
            Map.entry("HelpService.categories", "the public site: what is published for everybody alone"),
            Map.entry("HelpService.mostRead", "the public site: what is published for everybody alone"),
            Map.entry("HelpService.of", "the public site: what is published for everybody alone"),
            Map.entry("HelpService.article", "the public site: what is published for everybody alone"),
            Map.entry("HelpService.find", "the public site: what is published for everybody alone"),
            Map.entry("HelpPictureService.find", "the public site: what is published for everybody alone"),
            Map.entry("HelpPictureService.write", "the public site: what is published for everybody alone"),
            Map.entry("HelpService.vote", "the public site: readers say what helped"),
            Map.entry("PortalKeyService.holder", "who has the letter"),
            Map.entry("PortalKeyService.choose", "who has the letter"),
            Map.entry("PortalKeyService.forgotten", "asked by who can't sign in; tells nothing"),
            Map.entry("VisitorService.sites", "the websites that may carry a chat"),
            Map.entry("VisitorService.view", "what every visitor of a website sees"),
            Map.entry("HelpService.isOpen", "whether there is a public site is no secret"),
            Map.entry("VisitorService.helped", "visitors of websites are not signed in"),
            Map.entry("VisitorFileService.send", "whoever shows the token of a talk has it"),
            Map.entry("VisitorFileService.find", "whoever shows the token of a talk has it"),
            Map.entry("VisitorFileService.write", "whoever shows the token of a talk has it"),
            Map.entry("VisitorHelpService.articles", "what is published for everybody alone"),
            Map.entry("VisitorHelpService.helped", "visitors of websites are not signed in"),
            Map.entry("VisitorService.begin", "visitors of websites are not signed in"),
            Map.entry("VisitorService.say", "whoever shows the token of a talk has it"),
            Map.entry("VisitorService.words", "whoever shows the token of a talk has it"),
            Map.entry("VisitorService.stream", "whoever shows the token of a talk has it"),
            Map.entry("VisitorService.writing", "whoever shows the token of a talk has it"),
            Map.entry("VisitorService.end", "whoever shows the token of a talk has it"),
            Map.entry("VisitorLetterService.rate", "whoever shows the token of a talk has it"),
            Map.entry("VisitorLetterService.mail", "whoever shows the token of a talk has it"),
            Map.entry("VisitorLetterService.leave", "visitors of websites are not signed in"),
            Map.entry("FeedService.read", "whoever has the address of a calendar reads it"),
            Map.entry("SheetService.open", "whoever has the link of a survey answers it"),
            Map.entry("SheetService.pace", "whoever has the link of a survey answers it"),
            Map.entry("SheetService.keep", "whoever has the link of a survey answers it"),
            Map.entry("SheetService.file", "whoever has the link of a survey answers it"),
            Map.entry("SheetService.fileNames", "files that were sent for the answer that is being written"),
            Map.entry("SheetService.send", "whoever has the link of a survey answers it"),
            Map.entry("FirstPerson.isMissing", "asked before anybody can sign in"),
            Map.entry("SetupService.isOpen", "the first run, before there is anybody"),
            Map.entry("SetupService.hasDemo", "the first run, before there is anybody"),
            Map.entry("SetupService.refusePassword", "the first run, before there is anybody"),
            Map.entry("SetupService.refuseDemoPassword", "the first run, before there is anybody"),
            Map.entry("SetupService.start", "the first run, before there is anybody"));

    /** The kit below identity knows no viewer: its services take a reader and ask it for the permission of the list. */
    private static final Set<String> ASK_THE_READER = Set.of("ListService", "SavedViewService", "Search", "Visits");

    /** Customers are no viewers and have no permissions: what takes one gives what is theirs, see {@code PortalAddressTests}. */
    private static final String CUSTOMER = "org.triviumcrm.support.portal.PortalCustomer";

    private static final ArchRule NAMES_ITS_PERMISSION = methods()
            .that(areOpenToOthers())
            .and(DescribedPredicate.not(
                    DescribedPredicate.describe("are excepted", method -> UNGUARDED.containsKey(name(method)))))
            .should(new ArchCondition<>("name a permission and take the viewer") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!isGuarded(method) && !asksTheReader(method) && !takesACustomer(method)) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " does not name its permission or takes no viewer"));
                    }
                }
            });

    @Test
    void everyServiceMethodNamesItsPermission() {
        NAMES_ITS_PERMISSION.check(PRODUCT);
        assertFinds(NAMES_ITS_PERMISSION, ChattyService.class, TrustingService.class);
    }

    @Test
    void everyExceptionIsStillNeeded() {
        Set<String> unguarded = PRODUCT.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(areOpenToOthers())
                .filter(method -> !isGuarded(method) && !asksTheReader(method) && !takesACustomer(method))
                .map(PermissionTests::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(UNGUARDED.keySet()).isSubsetOf(unguarded);
    }

    private static DescribedPredicate<JavaMethod> areOpenToOthers() {
        return DescribedPredicate.describe("services let others call", method -> {
            boolean open = method.getModifiers().contains(JavaModifier.PUBLIC)
                    || method.getCallsOfSelf().stream()
                            .anyMatch(call -> Code.layer("Controller").test(call.getOriginOwner()));
            return open
                    && method.getOwner().isAnnotatedWith(Service.class)
                    && !method.getModifiers().contains(JavaModifier.STATIC)
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
        });
    }

    private static boolean isGuarded(JavaMethod method) {
        return method.isMetaAnnotatedWith(Requires.class) && takes(method, Viewer.class);
    }

    private static boolean asksTheReader(JavaMethod method) {
        return ASK_THE_READER.contains(method.getOwner().getSimpleName()) && takes(method, ListReader.class);
    }

    private static boolean takesACustomer(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(CUSTOMER))
                && !takes(method, Viewer.class);
    }

    private static boolean takes(JavaMethod method, Class<?> type) {
        return method.getRawParameterTypes().stream().anyMatch((JavaClass parameter) -> parameter.isEquivalentTo(type));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}

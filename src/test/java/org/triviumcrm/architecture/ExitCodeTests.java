package org.triviumcrm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.architecture.Code.PRODUCT;
import static org.triviumcrm.architecture.Code.assertFinds;

import com.github.kagkarlsson.scheduler.task.Task;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import counterexample.layer.LooseOpportunity;
import counterexample.layer.Meddler;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.marketing.campaign.Campaign;
import org.triviumcrm.sales.contract.Contract;
import org.triviumcrm.sales.exit.ForgedPassage;
import org.triviumcrm.sales.opportunity.Opportunity;
import org.triviumcrm.sales.quote.Quote;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.support.care.CarePlan;

/**
 * That the code has no other way out for opportunities: what the entity does needs a passage, only one class makes those, and
 * whatever writes the table by itself, or does something with many records, is named here with how it asks.
 */
class ExitCodeTests {

    /** Who writes the table in SQL, how often, and why that is no way round. */
    private static final Map<String, Integer> SQL = Map.of(
            // asks for PURGE before
            "sales/opportunity/PurgeRepository", 1,
            // the owner's team, and that somebody talked to the customer: both are free
            "sales/opportunity/OpportunityRepository", 2,
            // the lock itself: for OpportunitySubject alone
            "sales/opportunity/ApprovalLockRepository", 2,
            // where it lies by the rules, which is free
            "sales/territory/TerritoryPlaceRepository", 1,
            // a stage goes, which nothing waits in or for; StageService opens STAGE_REMOVAL
            "sales/pipeline/StageMergeRepository", 3,
            // a pool has another keeper: what waits for an approval is left out
            "sales/pool/KeeperRepository", 1,
            // demo data: openForDemo before
            "demo/DemoPools", 1,
            // where it lies, of demo data
            "demo/DemoTerritories", 1,
            // the last activity, of demo data
            "demo/DemoActivities", 1);

    /** Who writes tables whose name comes from outside. */
    private static final Set<String> SQL_OF_ANY_TABLE = Set.of(
            // for imports: OpportunityImport asks before; and for the history of transfers
            "shared/exchange/RecordWriter",
            "shared/attachment/FilePieces",
            // participants of campaigns and people on target lists
            "marketing/people/JoiningRepository",
            // transfers: TransferAction leaves out what OwnedRecords.refusals names
            "identity/bulk/OwnerRepository",
            // teams, pools, territories and planned activities of who leaves, never opportunities
            "identity/HeldRows",
            // undone imports: ImportUndo leaves out what ImportTarget.refusals names
            "exchange/dataimport/UndoRepository",
            // stays and states of imported ones; never the opportunity's own table
            "sales/opportunity/ImportedStageRepository",
            // names by which lists are sorted
            "customer/field/FieldNameRepository",
            // sessions
            "identity/signin/SessionStore",
            // lines of quotes and contracts
            "sales/line/PaperLineRepository",
            "sales/paper/PaperRepository",
            "sales/paper/PaperLetterRepository",
            // DemoOpportunities opens DEMO
            "demo/DemoWriter");

    /** What does something with many records or on its own, and how it asks; an empty word where it meets no opportunity. */
    private static final Map<String, String> MANY = Map.ofEntries(
            Map.entry("CustomerImport", ""),
            Map.entry("FieldJobs.fieldIndexTask", ""),
            Map.entry("FieldRenaming.bringFieldNames", ""),
            Map.entry("SegmentRefresh.refreshSegments", "says who belongs to segments"),
            Map.entry("Scoring.scoreLeads", "leads only"),
            Map.entry("LeadScoring.chancesOfLeads", "leads only"),
            Map.entry("ContactImport", ""),
            Map.entry("PeopleImport", ""),
            Map.entry("ProductImport", ""),
            Map.entry("PriceImport", ""),
            Map.entry("PriceListImport", ""),
            Map.entry("ProductUnitImport", ""),
            Map.entry("ProductCategoryImport", ""),
            Map.entry("ProductCostImport", ""),
            Map.entry("KeyedImport", "PriceImport, ProductCostImport, CurrencyRateImport, QuotaImport"),
            Map.entry("CurrencyRateImport", ""),
            Map.entry("QuotaImport", ""),
            Map.entry("ReceiptImport", "money that has come in for what was signed"),
            Map.entry("OwnedCustomers", ""),
            Map.entry("OwnedContacts", ""),
            Map.entry("LeadImport", ""),
            Map.entry("CampaignImport", "ImportedCampaigns asks history for each batch; CampaignImportsTests"),
            Map.entry("OwnedLeads", ""),
            Map.entry("ParticipantImport", "as ParticipantAction; PeopleImportsTests"),
            Map.entry("MemberImport", ""),
            Map.entry("SeatImport", "ParticipantImport, MemberImport"),
            Map.entry("TicketImport", ""),
            Map.entry("OwnedTickets", ""),
            Map.entry("QuoteExpiryJob.expireQuotes", "quotes only"),
            Map.entry("LatePaymentJob.tellOfLatePayments", "notices only"),
            Map.entry("OwnedQuotes", "what waits stays: QuoteLifeTests"),
            Map.entry("ContractDays.watchDaysOfContracts", "contracts, and new opportunities by OpportunityService"),
            Map.entry("WinsBySignature.signed", "asks for an approval where winning needs one: SignedContractsTests"),
            Map.entry("ConversionJob.settleConversions", "says of people who came whether they bought"),
            Map.entry("WinJob.winBySignature", "by OpportunityMoveService.win, one at a time"),
            Map.entry("OwnedContracts", "what waits stays: ContractLifeTests"),
            Map.entry("MacroAction", ""),
            Map.entry("AskAction", "writes letters"),
            Map.entry("ValueReckoning.reckonCustomerValues", "says what customers are worth"),
            Map.entry("CareRun.makeTasksOfCare", "tasks of plans that have started by CareExits"),
            Map.entry("TicketClosingJob.closeSolvedTickets", "tickets only"),
            Map.entry("TicketTotalJob.addTicketsUp", "counts of tickets"),
            Map.entry("SatisfactionJob.askAboutSolvedTickets", "writes letters"),
            Map.entry("PlanJob.askByPlan", "writes letters"),
            Map.entry("SheetJob.tidySurveys", "what was sent in and never finished"),
            Map.entry("CostWarningJob.tellCostWarnings", "writes notices"),
            Map.entry("OwnedCampaigns", "refusals: those that are locked; CampaignExitTests"),
            Map.entry(
                    "OpportunityImport",
                    "ImportedApprovals asks openAll for each batch; refusals keeps what an undo may not touch"),
            Map.entry(
                    "ParticipantAction",
                    "who takes part is no part of a plan: nobody is invited before it is approved"),
            Map.entry("PeopleAction", "ParticipantAction, AudienceAction"),
            Map.entry("AudienceAction", ""),
            Map.entry("OwnedAudiences", ""),
            Map.entry("OwnedOpportunities", "refusals: those that are locked"),
            Map.entry("ReturnAction", "OpportunityPoolService goes through OpportunityBatch; ExitTests does it"),
            Map.entry(
                    "PoolJob.recycleOpportunities",
                    "what waits or has an open case is left out, and OpportunityBatch asks openAll; RecyclingTests"),
            Map.entry("MembersWhoLeave.onPool", "ends the co-ownership of what has just been let into a pool"),
            Map.entry("TouchesOfParticipants.opened", "writes what campaigns have brought, beside the opportunity"),
            Map.entry("TouchesOfParticipants.won", "the same"),
            Map.entry("TouchesOfParticipants.undone", "the same"),
            Map.entry("TerritoryAction", "OpportunityBatch asks openAll; ExitTests does it"),
            Map.entry("OpportunityAction", "OpportunityBatch asks openAll; ExitTests does each"),
            Map.entry("TransferAction", "OwnedRecords.refusals"),
            Map.entry(
                    "AbsenceJob.standInForApprovers",
                    "seats deputies in cases; what a case then carries out goes by OpportunitySubject"),
            Map.entry("ImportJobs.importTask", "runs imports and their undo, see OpportunityImport"),
            Map.entry("VisitJob.forgetOldVisits", ""),
            Map.entry("CaptureJob.forgetSuspects", ""),
            Map.entry("SignInGuardJob.forgetFailedSignIns", ""),
            Map.entry("MailJobs.sendOutbox", ""),
            Map.entry("MailJobs.clearOutbox", ""),
            Map.entry("ForgottenNotices.forgetOldNotices", ""),
            Map.entry("HandoverJobs.handoverTask", "runs the actions transfer, so OwnedRecords.refusals"),
            Map.entry("HandoverRest.goOnWithHandovers", "begins transfers again, so OwnedRecords.refusals"),
            Map.entry("BulkJobs.bulkTask", "runs bulk actions, each of which asks"),
            Map.entry("MiningJobs.miningTask", "puts customers and leads into groups that nobody is told of"),
            Map.entry(
                    "SuspensionJob.reactivateSuspendedOpportunities",
                    "OpportunityLifeService.reactivate asks as a person's does"),
            Map.entry("TerritoryJob.placeOpportunities", "the territory alone, which is free"),
            Map.entry("FunnelMonthJob.writeFunnelsDown", "writes down how opportunities stood, and nothing into them"),
            Map.entry("SnapshotJob.writeForecastDown", "writes down what opportunities say, and nothing into them"),
            Map.entry("OwnersWhoMove.on", "the team alone, which is free"),
            Map.entry(
                    "MembersWhoLeave.on",
                    "ends the co-ownership of who has left, also of locked ones: nobody is let in by it"),
            Map.entry("MailInJobs.fetchMail", "keeps mails"),
            Map.entry("MailInJobs.readMail", "tickets alone, which no approval locks"),
            Map.entry("ChatJobs.lookAfterChats", "talks, and tickets of them, which no approval locks"),
            Map.entry("VisitorJobs.forgetVisitors", "counts of requests alone"),
            Map.entry("ArticleReviewJob.remindOfArticles", "articles only, which no approval locks"),
            Map.entry("PortalJobs.answerForgottenPasswords", ""),
            Map.entry("PortalJobs.removeOldPortalKeys", ""),
            Map.entry("ReminderJobs.tellReminders", "notices about what is planned; writes no record but the reminder"),
            Map.entry("PromiseJob.watchPromises", "tickets alone, which no approval locks"),
            Map.entry("FirstTerms.on", ""),
            Map.entry("FirstPipeline.on", ""));

    private static final ArchRule CHANGES_NEED_A_PASSAGE = classes()
            .that(DescribedPredicate.describe("entities with passages", ExitCodeTests::hasPassages))
            .should(new ArchCondition<>("ask for a passage wherever they change") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Map<JavaMethod, Boolean> known = new HashMap<>();
                    for (JavaMethod method : type.getMethods()) {
                        boolean open = !method.getModifiers().contains(JavaModifier.PRIVATE) && !takesPassage(method);
                        boolean free = FREE_CHANGES.containsKey(type.getSimpleName() + "." + method.getName());
                        if (open && !free && changes(method, known)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " changes it without a passage"));
                        }
                    }
                }
            });

    private static final ArchRule PARTS_ARE_CHANGED_BY_THE_WHOLE = classes()
            .that(DescribedPredicate.describe("entities with passages", ExitCodeTests::hasPassages))
            .should(new ArchCondition<>("be the only ones that change their parts") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Map<JavaMethod, Boolean> known = new HashMap<>();
                    type.getFields().stream()
                            .map(field -> field.getRawType())
                            .filter(part -> part.isAnnotatedWith(Embeddable.class))
                            .flatMap(part -> part.getMethods().stream())
                            .filter(method -> changes(method, known))
                            .flatMap(method -> method.getAccessesToSelf().stream())
                            .filter(access -> !access.getOriginOwner().equals(access.getTargetOwner())
                                    && !hasPassages(access.getOriginOwner()))
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                }
            });

    /** What shows that something was asked, and the only class that makes it. */
    private static final Map<String, String> PASSAGES = Map.of(
            "org.triviumcrm.sales.exit.Passage", "org.triviumcrm.sales.exit.OpportunityExits",
            "org.triviumcrm.marketing.exit.CampaignPassage", "org.triviumcrm.marketing.exit.CampaignExits",
            "org.triviumcrm.sales.release.QuotePassage", "org.triviumcrm.sales.release.QuoteExits",
            "org.triviumcrm.sales.release.ReleasedQuote", "org.triviumcrm.sales.release.QuoteExits",
            "org.triviumcrm.sales.seal.ContractPassage", "org.triviumcrm.sales.seal.ContractExits",
            "org.triviumcrm.sales.seal.ReleasedContract", "org.triviumcrm.sales.seal.ContractExits",
            "org.triviumcrm.support.care.CarePassage", "org.triviumcrm.support.care.CareExits");

    private static final ArchRule ONLY_EXITS_MAKE_PASSAGES = classes()
            .should(new ArchCondition<>("make no passage unless they are its exits") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getConstructorCallsFromSelf().stream()
                            .filter(call ->
                                    PASSAGES.containsKey(call.getTargetOwner().getName()))
                            .filter(call -> !type.getName()
                                    .equals(PASSAGES.get(call.getTargetOwner().getName())))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            });

    /** What may change without a passage, and why. */
    private static final Map<String, String> FREE_CHANGES =
            Map.of("CarePlan.reach", "the day up to which its tasks have been made");

    /** The lock, for CampaignSubject alone, and where the cost stands against the budget, and how long what an import brought has lasted: no parts of a plan that counts. */
    private static final Map<String, Integer> SQL_OF_CAMPAIGNS = Map.of(
            "marketing/campaign/CampaignPageRepository",
            2,
            "marketing/cost/CostWarningRepository",
            1,
            "marketing/backlog/PastCampaignRepository",
            1,
            "demo/DemoCampaigns",
            1);

    /** Who writes quotes, contracts, care plans and their lines in SQL, how often, and why that is no way round. */
    private static final Map<String, Integer> SQL_OF_PAPERS = Map.of(
            // the lock itself: for QuoteSubject, ContractSubject and CareSubject alone
            "sales/quote/QuotePageRepository", 2,
            "sales/contract/ContractLockRepository", 2,
            "support/care/CareReadRepository", 2,
            // what was signed, and whether its opportunity is to be won by it
            "sales/signing/WinRepository", 2,
            // which opportunity goes on from it, and that somebody was reminded of its end
            "sales/renewal/RenewalRepository", 2);

    private static final Pattern WRITES_PAPERS = Pattern.compile(
            "(?i)\\b(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(quote|contract|care_plan|care_line)(_line)?\\b");
    private static final Pattern WRITES_CAMPAIGNS = Pattern.compile(
            "(?i)\\b(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+campaign(_product|_budget_line)?\\b");
    private static final Pattern WRITES =
            Pattern.compile("(?i)\\b(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+opportunity\\b");
    private static final Pattern WRITES_ANY =
            Pattern.compile("(?i)\\b(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(\"\\s*\\+|%)");
    private static final Pattern LOCKS = Pattern.compile("(?i)\\bset\\s[^\"]*approval_case_id\\s*=");

    @Test
    void whatChangesAnOpportunityNeedsAPassage() {
        CHANGES_NEED_A_PASSAGE.check(PRODUCT);
        for (Class<?> entity :
                List.of(Opportunity.class, Campaign.class, Quote.class, Contract.class, CarePlan.class)) {
            assertThat(hasPassages(PRODUCT.get(entity)))
                    .as(entity.getSimpleName())
                    .isTrue();
        }
        assertThat(findings(CHANGES_NEED_A_PASSAGE, LooseOpportunity.class, LooseOpportunity.Part.class))
                .contains("lose()")
                .doesNotContain("moveTo", "getStageId");
    }

    @Test
    void nobodyElseChangesItsParts() {
        PARTS_ARE_CHANGED_BY_THE_WHOLE.check(PRODUCT);
        assertThat(findings(
                        PARTS_ARE_CHANGED_BY_THE_WHOLE,
                        LooseOpportunity.class,
                        LooseOpportunity.Part.class,
                        Meddler.class))
                .contains("Meddler");
    }

    @Test
    void onlyTheExitsMakePassages() {
        ONLY_EXITS_MAKE_PASSAGES.check(PRODUCT);
        assertFinds(ONLY_EXITS_MAKE_PASSAGES, ForgedPassage.class);
        PASSAGES.forEach((passage, exits) -> {
            assertThat(PRODUCT.contain(passage)).as(passage).isTrue();
            assertThat(PRODUCT.contain(exits)).as(exits).isTrue();
        });
    }

    @Test
    void onlyTheSubjectLocks() throws NoSuchFieldException {
        assertThat(written(LOCKS).keySet())
                .containsExactly(
                        "marketing/campaign/CampaignPageRepository",
                        "sales/contract/ContractLockRepository",
                        "sales/opportunity/ApprovalLockRepository",
                        "sales/quote/QuotePageRepository",
                        "support/care/CareReadRepository");
        assertThat(whoLocksBy("org.triviumcrm.support.care.CareReadRepository"))
                .hasSize(2)
                .containsOnly("CareSubject");
        assertThat(whoLocksBy("org.triviumcrm.sales.opportunity.ApprovalLockRepository"))
                .hasSize(2)
                .containsOnly("OpportunitySubject");
        assertThat(whoLocksBy("org.triviumcrm.marketing.campaign.CampaignPageRepository"))
                .hasSize(2)
                .containsOnly("CampaignSubject");
        assertThat(whoLocksBy("org.triviumcrm.sales.quote.QuotePageRepository"))
                .hasSize(2)
                .containsOnly("QuoteSubject");
        assertThat(whoLocksBy("org.triviumcrm.sales.contract.ContractLockRepository"))
                .hasSize(2)
                .containsOnly("ContractSubject");
        for (Class<?> entity :
                List.of(Opportunity.class, Campaign.class, CarePlan.class, Quote.class, Contract.class)) {
            Column column = entity.getDeclaredField("approvalCaseId").getAnnotation(Column.class);
            assertThat(column.insertable() || column.updatable()).isFalse();
        }
    }

    private static List<String> whoLocksBy(String repository) {
        return PRODUCT.get(repository).getMethods().stream()
                .filter(method -> Set.of("lock", "unlock").contains(method.getName()))
                .flatMap(method -> method.getAccessesToSelf().stream())
                .map(access -> access.getOriginOwner().getSimpleName())
                .toList();
    }

    @Test
    void sqlThatWritesOpportunitiesIsNamed() {
        assertThat(written(WRITES)).isEqualTo(SQL);
        assertThat(written(WRITES_CAMPAIGNS)).isEqualTo(SQL_OF_CAMPAIGNS);
        assertThat(written(WRITES_PAPERS)).isEqualTo(SQL_OF_PAPERS);
        assertThat(written(WRITES_ANY).keySet()).isEqualTo(SQL_OF_ANY_TABLE);
        assertThat(WRITES.matcher("update opportunity o set").find()).isTrue();
        assertThat(WRITES.matcher("insert into\n opportunity (id)").find()).isTrue();
        assertThat(WRITES.matcher("update opportunity_member set").find()).isFalse();
    }

    @Test
    void whatDoesManyThingsIsNamed() {
        Set<String> found = PRODUCT.stream()
                .filter(type -> !type.isInterface())
                .filter(type -> type.isAssignableTo(ImportTarget.class)
                        || type.isAssignableTo(BulkAction.class)
                        || type.isAssignableTo(OwnedRecords.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        PRODUCT.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class)
                                && method.getRawReturnType().isAssignableTo(Task.class)
                        || method.isMetaAnnotatedWith(EventListener.class)
                                && method.getOwner()
                                        .getPackageName()
                                        .matches("org\\.triviumcrm\\.(sales|marketing)\\..*"))
                .forEach(method ->
                        found.add(Code.outermost(method.getOwner()).getSimpleName() + "." + method.getName()));
        assertThat(found).isEqualTo(MANY.keySet());
    }

    private static String findings(ArchRule rule, Class<?>... broken) {
        return rule.evaluate(new ClassFileImporter().importClasses(broken))
                .getFailureReport()
                .toString();
    }

    /** How often each file of the product has it. */
    private static Map<String, Integer> written(Pattern pattern) {
        Map<String, Integer> found = new TreeMap<>();
        for (var file : Sources.files(Sources.JAVA, ".java")) {
            int times = (int) pattern.matcher(Sources.text(file)).results().count();
            if (times > 0) {
                found.put(
                        Sources.JAVA
                                .resolve("org/triviumcrm")
                                .relativize(file)
                                .toString()
                                .replace('\\', '/')
                                .replace(".java", ""),
                        times);
            }
        }
        return found;
    }

    private static boolean hasPassages(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                && type.getCodeUnits().stream().anyMatch(ExitCodeTests::takesPassage);
    }

    private static boolean takesPassage(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(type -> PASSAGES.containsKey(type.getName()));
    }

    /** Whether it sets a field of its own, or has one of its parts or its own methods do so. */
    private static boolean changes(JavaMethod method, Map<JavaMethod, Boolean> known) {
        Boolean answer = known.get(method);
        if (answer != null) {
            return answer;
        }
        known.put(method, false);
        boolean changes = method.getFieldAccesses().stream()
                        .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET
                                && access.getTargetOwner().equals(method.getOwner()))
                || method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(method.getOwner())
                                || call.getTargetOwner().isAnnotatedWith(Embeddable.class))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(target -> changes(target, known));
        known.put(method, changes);
        return changes;
    }
}

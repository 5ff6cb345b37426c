package org.triviumcrm.marketing.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.Snapshot.Kind;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;

/** What approvers see of a campaign: its plan, and beside it what it becomes. */
@Component
class CampaignSnapshots {

    private static final String LABEL = "marketing.campaign.";

    private final CampaignPageRepository pages;
    private final TermService terms;
    private final ProductCatalogue products;
    private final People people;

    CampaignSnapshots(CampaignPageRepository pages, TermService terms, ProductCatalogue products, People people) {
        this.pages = pages;
        this.terms = terms;
        this.products = products;
        this.people = people;
    }

    /** @param input what was typed, see {@link CampaignAttempts#input} */
    Snapshot of(CampaignPage before, CampaignStep step, Object input) {
        SaveCampaign now = before.toInput();
        SaveCampaign then = input instanceof SaveCampaign edit ? edit : now;
        Lines lines = new Lines();
        lines.add(Kind.TEXT, "name", now.name(), then.name());
        lines.add(Kind.TEXT, "method", before.method(), method(then.methodId()));
        lines.add(Kind.TEXT, "region", now.region(), then.region());
        lines.add(Kind.TEXT, "products", before.productNames(), named(then.productIds()));
        lines.add(Kind.DATE, "startOn", Snapshot.date(now.startOn()), Snapshot.date(then.startOn()));
        lines.add(Kind.DATE, "endOn", Snapshot.date(now.endOn()), Snapshot.date(then.endOn()));
        List<BudgetRow> budget = pages.budget(before.id());
        var total = input instanceof SaveBudget other ? other.total() : before.budget();
        lines.add(
                Kind.MONEY,
                "budget",
                Snapshot.money(before.budget(), before.currency()),
                Snapshot.money(total, then.currency()));
        lines.add(Kind.TEXT, "lines", spelled(budget), spelled(input, budget));
        lines.add(
                Kind.MONEY,
                "expectedRevenue",
                Snapshot.money(now.expectedRevenue(), now.currency()),
                Snapshot.money(then.expectedRevenue(), then.currency()));
        lines.add(
                Kind.TEXT, "expectedParticipants", text(now.expectedParticipants()), text(then.expectedParticipants()));
        lines.add(
                Kind.TEXT,
                "expectedOpportunities",
                text(now.expectedOpportunities()),
                text(then.expectedOpportunities()));
        lines.add(Kind.TEXT, "goal", now.goal(), then.goal());
        lines.add(
                Kind.TEXT,
                "owner",
                before.owner(),
                people.names(List.of(then.ownerId())).get(then.ownerId()));
        lines.add(
                Kind.MESSAGES,
                "state",
                "marketing.state." + before.state(),
                "marketing.state." + step.after(before.state()));
        if (input instanceof CancelCampaign cancel) {
            lines.add(Kind.TEXT, "cancelReason", null, cancel.reason());
        }
        return new Snapshot(lines.all);
    }

    private String method(long id) {
        return terms.choices(job(), TermKind.METHOD, id).stream()
                .filter(option -> option.value().equals(id))
                .map(option -> option.text())
                .findFirst()
                .orElse("");
    }

    private String named(List<Long> ids) {
        return products.names(ids).values().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String spelled(List<BudgetRow> budget) {
        return budget.stream()
                .map(row ->
                        row.category() + " " + row.amount().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("; "));
    }

    private String spelled(Object input, List<BudgetRow> budget) {
        if (!(input instanceof SaveBudget other)) {
            return spelled(budget);
        }
        Map<Long, String> names = terms.choices(job(), TermKind.COST_CATEGORY, null).stream()
                .collect(Collectors.toMap(option -> (Long) option.value(), option -> option.text()));
        budget.forEach(row -> names.putIfAbsent(row.categoryId(), row.category()));
        return spelled(other.toLines().stream()
                .map(line -> new BudgetRow(
                        line.getCategoryId(),
                        Objects.requireNonNullElse(names.get(line.getCategoryId()), "?"),
                        line.getAmount(),
                        line.getNote()))
                .toList());
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static Viewer job() {
        return Viewer.job("marketing.log.approval");
    }

    private static final class Lines {
        private final List<Snapshot.Line> all = new ArrayList<>();

        void add(Kind kind, String label, @Nullable String before, @Nullable String after) {
            String was = blankToNull(before);
            String is = blankToNull(after);
            if (!Objects.equals(was, is)) {
                all.add(new Snapshot.Line(LABEL + label, was, is, true, kind));
            } else if (is != null) {
                all.add(new Snapshot.Line(LABEL + label, null, is, false, kind));
            }
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }
}

package org.triviumcrm.marketing.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalTrail;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.BudgetRow;
import org.triviumcrm.marketing.campaign.CampaignBudgetService;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.document.PlanDocument.Decision;
import org.triviumcrm.marketing.document.PlanDocument.Fact;
import org.triviumcrm.marketing.document.PlanDocument.Line;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.pdf.PdfPages;

/** The plan of a campaign as a document, in the language chosen. */
@Service
public class DocumentService {

    private static final List<String> WORDS = List.of("goal", "budget", "total", "expected", "decisions", "none");

    private final CampaignService campaigns;
    private final CampaignBudgetService budgets;
    private final ApprovalTrail trail;
    private final PdfPages pdfs;
    private final Format format;
    private final MessageSource messages;

    DocumentService(
            CampaignService campaigns,
            CampaignBudgetService budgets,
            ApprovalTrail trail,
            PdfPages pdfs,
            Format format,
            MessageSource messages) {
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.trail = trail;
        this.pdfs = pdfs;
        this.format = format;
        this.messages = messages;
    }

    @CanViewDocuments
    @Transactional(readOnly = true)
    public PlanDocument document(Viewer viewer, long id, Locale language) {
        CampaignPage page = campaigns.page(viewer, id);
        List<BudgetRow> budget = budgets.lines(viewer, id);
        List<ApprovalTrail.Decision> decisions = trail.of("campaign", id);
        Locale before = LocaleContextHolder.getLocale();
        TimeZone zone = LocaleContextHolder.getTimeZone();
        LocaleContextHolder.setLocale(language); // dates and amounts are written in the language of the document
        LocaleContextHolder.setTimeZone(zone);
        try {
            return written(page, budget, decisions, language);
        } finally {
            LocaleContextHolder.setLocale(before);
            LocaleContextHolder.setTimeZone(zone);
        }
    }

    /** A document that was made for the viewer, as a PDF. */
    @CanViewDocuments
    public byte[] pdf(Viewer viewer, PlanDocument document) {
        return pdfs.of("marketing/document/pdf", "document.css", Map.of("document", document), document.language());
    }

    private PlanDocument written(
            CampaignPage page, List<BudgetRow> budget, List<ApprovalTrail.Decision> decisions, Locale language) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, text("marketing.document." + word)));
        return new PlanDocument(
                language,
                text("marketing.document.title"),
                page.name(),
                text("marketing.document.status", text("marketing.state." + page.state()), format.date(format.today())),
                page.goal() == null ? "" : page.goal(),
                facts(page),
                budget.stream()
                        .map(row -> new Line(
                                row.category(),
                                row.note() == null ? "" : row.note(),
                                format.money(row.amount(), page.currency())))
                        .toList(),
                format.money(page.budget(), page.currency()),
                expected(page),
                decisions.stream()
                        .map(one -> new Decision(
                                format.dateTime(one.at()),
                                one.step(),
                                one.person(),
                                text("approval.task.state." + one.kind()),
                                one.remark() == null ? "" : one.remark()))
                        .toList(),
                words);
    }

    private List<Fact> facts(CampaignPage page) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "marketing.document.dates", format.date(page.startOn()) + " – " + format.date(page.endOn()));
        add(facts, "marketing.campaign.method", page.method());
        add(facts, "marketing.campaign.region", page.region());
        add(facts, "marketing.campaign.products", page.productNames());
        add(facts, "marketing.campaign.owner", page.owner());
        add(facts, "marketing.campaign.team", page.team());
        add(facts, "marketing.campaign.plan", page.plan());
        add(facts, "marketing.campaign.parent", page.parent());
        add(facts, "marketing.campaign.reference", page.reference());
        add(facts, "marketing.campaign.note", page.note());
        return facts;
    }

    private List<Fact> expected(CampaignPage page) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "marketing.campaign.expectedParticipants", format.number(page.expectedParticipants()));
        add(facts, "marketing.campaign.expectedOpportunities", format.number(page.expectedOpportunities()));
        BigDecimal revenue = page.expectedRevenue();
        add(facts, "marketing.campaign.expectedRevenue", revenue == null ? "" : format.money(revenue, page.currency()));
        if (revenue != null && page.budget().signum() > 0) {
            BigDecimal profit = revenue.subtract(page.budget()).movePointRight(2);
            add(
                    facts,
                    "marketing.document.return",
                    format.percent(profit.divide(page.budget(), 2, RoundingMode.HALF_UP)));
        }
        return facts;
    }

    private void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(text(label), value));
        }
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}

package org.triviumcrm.survey.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Questions that customers are asked, in one or two languages, for some time. */
@Entity
@Audited
@Table(name = "survey")
public class Survey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "survey")
    @SequenceGenerator(name = "survey", sequenceName = "survey_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private SurveyPurpose purpose;

    @Enumerated(EnumType.STRING)
    private SurveyState state = SurveyState.DRAFT;

    @Enumerated(EnumType.STRING)
    private SurveyLanguage fallback;

    private @Nullable String titleEn;
    private @Nullable String titleZh;
    private @Nullable String introEn;
    private @Nullable String introZh;
    private @Nullable String thanksEn;
    private @Nullable String thanksZh;
    private boolean openLink;
    private @Nullable LocalDate opensOn;
    private @Nullable LocalDate closesOn;
    private @Nullable Integer quota;

    @NotAudited
    @Column(updatable = false)
    private String token;

    /** Counted where answers are kept. */
    @NotAudited
    @Column(insertable = false, updatable = false)
    private int answers;

    @NotAudited
    @Column(updatable = false)
    private @Nullable Long followsId;

    @NotAudited
    @Column(updatable = false)
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Survey() {}

    /** @param token by which everybody finds it @param followsId the one that it was copied from */
    @SuppressWarnings("NullAway")
    Survey(SaveSurvey input, String token, @Nullable Long followsId, Instant now) {
        this.token = token;
        this.followsId = followsId;
        this.createdAt = now;
        change(input, now);
    }

    void change(SaveSurvey input, Instant now) {
        name = input.name().strip();
        purpose = input.purpose();
        fallback = input.fallback();
        titleEn = input.titleEn();
        titleZh = input.titleZh();
        introEn = input.introEn();
        introZh = input.introZh();
        thanksEn = input.thanksEn();
        thanksZh = input.thanksZh();
        openLink = input.openLink();
        opensOn = input.opensOn();
        closesOn = input.closesOn();
        quota = input.quota();
        updatedAt = now;
    }

    /** @throws WrongSurveyState when that can't follow */
    void become(SurveyState next, Instant now) {
        if (!state.next(answers > 0).contains(next)) {
            throw new WrongSurveyState("survey.survey.error.state");
        }
        state = next;
        updatedAt = now;
    }

    SaveSurvey toInput() {
        return new SaveSurvey(
                name, purpose, fallback, titleEn, titleZh, introEn, introZh, thanksEn, thanksZh, openLink, opensOn,
                closesOn, quota, version);
    }

    /** Why it can't be answered on this day; empty when it can. */
    public Optional<Barrier> barrier(LocalDate today) {
        if (state == SurveyState.DRAFT || opensOn != null && today.isBefore(opensOn)) {
            return Optional.of(Barrier.NOT_YET);
        }
        if (state == SurveyState.CLOSED || closesOn != null && today.isAfter(closesOn)) {
            return Optional.of(Barrier.CLOSED);
        }
        return quota != null && answers >= quota ? Optional.of(Barrier.FULL) : Optional.empty();
    }

    /** Those that it has a title in. */
    public List<SurveyLanguage> languages() {
        return Arrays.stream(SurveyLanguage.values())
                .filter(language -> (language == SurveyLanguage.ZH ? titleZh : titleEn) != null)
                .toList();
    }

    public String title(SurveyLanguage language) {
        String title = language.pick(titleEn, titleZh);
        return title == null ? name : title;
    }

    public @Nullable String intro(SurveyLanguage language) {
        return language.pick(introEn, introZh);
    }

    public @Nullable String thanks(SurveyLanguage language) {
        return language.pick(thanksEn, thanksZh);
    }

    public boolean isDraft() {
        return state == SurveyState.DRAFT;
    }

    public List<SurveyState> nextStates() {
        return state.next(answers > 0);
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public SurveyPurpose getPurpose() {
        return purpose;
    }

    public SurveyState getState() {
        return state;
    }

    public SurveyLanguage getFallback() {
        return fallback;
    }

    public boolean isOpenLink() {
        return openLink;
    }

    public @Nullable LocalDate getOpensOn() {
        return opensOn;
    }

    public @Nullable LocalDate getClosesOn() {
        return closesOn;
    }

    public @Nullable Integer getQuota() {
        return quota;
    }

    public String getToken() {
        return token;
    }

    public int getAnswers() {
        return answers;
    }

    public @Nullable Long getFollowsId() {
        return followsId;
    }

    public int getVersion() {
        return version;
    }
}

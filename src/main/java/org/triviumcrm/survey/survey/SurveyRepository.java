package org.triviumcrm.survey.survey;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SurveyRepository extends JpaRepository<Survey, Long> {

    Optional<Survey> findByToken(String token);

    List<Survey> findByStateOrderByNameAscIdAsc(SurveyState state);

    /** Copies of a survey that is deleted name it no longer. */
    @Modifying
    @Query("update Survey s set s.followsId = null where s.followsId = :id")
    void forget(long id);

    /** Nobody else changes it, or its questions, until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Survey s where s.id = :id")
    Optional<Survey> findForChange(long id);
}

package org.triviumcrm.customer.field;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CustomFieldRepository extends JpaRepository<CustomField, Long> {

    List<CustomField> findByNounOrderByPositionAscIdAsc(String noun);

    @Modifying(flushAutomatically = true)
    @Query(value = "update custom_field set ready = false where id = :id", nativeQuery = true)
    void withoutIndexes(long id);
}

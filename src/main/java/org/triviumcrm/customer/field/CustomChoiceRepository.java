package org.triviumcrm.customer.field;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomChoiceRepository extends JpaRepository<CustomChoice, Long> {

    List<CustomChoice> findByFieldIdOrderByPositionAscIdAsc(long fieldId);
}

package dev.inverterflow.snowflake.local.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.type.TypeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoercionsTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT,FIXED",
        "TEXT,TIMESTAMP_NTZ",
        "FIXED,VARIANT",
        "VARIANT,TEXT",
        "OBJECT,VARIANT",
        "DATE,TIMESTAMP_LTZ"
    })
    void anArgumentIsPassedWhereSnowflakeCastsByItself(TypeKind argument, TypeKind parameter) {
        assertThat(Coercions.distance(argument, parameter)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"TEXT,VARIANT", "ARRAY,TEXT", "BOOLEAN,DATE", "FIXED,TIMESTAMP_NTZ", "OBJECT,ARRAY", "TIME,DATE"})
    void anArgumentIsRefusedWhereSnowflakeWantsACast(TypeKind argument, TypeKind parameter) {
        assertThat(Coercions.distance(argument, parameter)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TypeKind.class)
    void nullFitsEveryType(TypeKind parameter) {
        assertThat(Coercions.distance(TypeKind.NULL, parameter)).hasValue(0);
    }

    @Test
    void theSameTypeIsNearerThanTheSameFamilyAndThatNearerThanAnyOther() {
        assertThat(Coercions.distance(TypeKind.FIXED, TypeKind.FIXED)).hasValue(0);
        assertThat(Coercions.distance(TypeKind.FIXED, TypeKind.REAL)).hasValue(1);
        assertThat(Coercions.distance(TypeKind.FIXED, TypeKind.TEXT)).hasValue(2);
    }
}

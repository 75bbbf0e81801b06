"""`/api/v1/programmes` and `/api/v1/projects`: schemes and projects with what is published about them."""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from openodop.foundation.api import AskedText, Names, NotFound, NotUnderstood, Pages, names, one_or_404
from openodop.people.models import Organisation
from openodop.programmes.models import Fact, ProductCategory, Programme, Project

router = Router(tags=["programmes"])


class ProgrammeOut(Schema):
    code: str
    short_name: str
    names: Names = Field(description="by language")
    country: str = Field(description="code of the country")
    owners: Names
    descriptions: Names
    has_stars: bool
    page: str = Field(description="address of the page for people")

    @staticmethod
    def resolve_names(programme: Programme) -> Names:
        return names(programme.name)

    @staticmethod
    def resolve_country(programme: Programme) -> str:
        return programme.country.code

    @staticmethod
    def resolve_owners(programme: Programme) -> Names:
        return names(programme.owner)

    @staticmethod
    def resolve_descriptions(programme: Programme) -> Names:
        return names(programme.description)

    @staticmethod
    def resolve_page(programme: Programme) -> str:
        return programme.get_absolute_url()


class CategoryOut(Schema):
    code: str
    edition: str = Field(description="year of the rules, empty where the groups did not change")
    is_in_force: bool
    parent: str | None
    names: Names
    local_name_is_draft: bool
    source: str

    @staticmethod
    def resolve_parent(category: ProductCategory) -> str | None:
        return category.parent.code if category.parent else None

    @staticmethod
    def resolve_names(category: ProductCategory) -> Names:
        return names(category.name)

    @staticmethod
    def resolve_local_name_is_draft(category: ProductCategory) -> bool:
        return category.name_is_draft


class FactOut(Schema):
    """A published statement. `certainty` "unknown" says that something was looked for and not found."""

    code: str
    topic: str
    statements: Names
    as_of: str
    certainty: str = Field(description="official, secondary, inferred, repeated or unknown")
    source_title: str
    source_url: str

    @staticmethod
    def resolve_statements(fact: Fact) -> Names:
        return names(fact.statement)


class ProgrammeWithFacts(ProgrammeOut):
    marks: Names
    categories: list[CategoryOut]
    facts: list[FactOut]
    projects: list[str] = Field(description="codes of projects that work with the programme")

    @staticmethod
    def resolve_marks(programme: Programme) -> Names:
        return names(programme.mark)

    @staticmethod
    def resolve_categories(programme: Programme) -> list[ProductCategory]:
        return list(programme.categories.select_related("parent"))

    @staticmethod
    def resolve_facts(programme: Programme) -> list[Fact]:
        return list(programme.facts.all())

    @staticmethod
    def resolve_projects(programme: Programme) -> list[str]:
        return list(programme.projects.values_list("code", flat=True))


class OrganisationOut(Schema):
    code: str
    names: Names

    @staticmethod
    def resolve_names(organisation: Organisation) -> Names:
        return names(organisation.name)


class ProjectOut(Schema):
    code: str
    names: Names
    aims: Names
    donor: OrganisationOut | None
    partners: list[OrganisationOut]
    programmes: list[str] = Field(description="codes")
    countries: list[str] = Field(description="codes")
    starts_on: date
    ends_on: date | None
    source_title: str
    source_url: str
    page: str = Field(description="address of the page for people")

    @staticmethod
    def resolve_names(project: Project) -> Names:
        return names(project.name)

    @staticmethod
    def resolve_aims(project: Project) -> Names:
        return names(project.aims)

    @staticmethod
    def resolve_partners(project: Project) -> list[Organisation]:
        return list(project.partners.all())

    @staticmethod
    def resolve_programmes(project: Project) -> list[str]:
        return [programme.code for programme in project.programmes.all()]

    @staticmethod
    def resolve_countries(project: Project) -> list[str]:
        return [place.code for place in project.countries.all()]

    @staticmethod
    def resolve_page(project: Project) -> str:
        return project.get_absolute_url()


class ProjectWithFacts(ProjectOut):
    facts: list[FactOut]

    @staticmethod
    def resolve_facts(project: Project) -> list[Fact]:
        return list(project.facts.all())


class CountryFilter(Schema):
    country: AskedText | None = Field(None, description="code of the country: LA, KH, TH, VN, JP")


@router.get("/programmes", response={200: list[ProgrammeOut], 422: NotUnderstood}, summary="Programmes")
@paginate(Pages)
def programmes(request: HttpRequest, filters: Query[CountryFilter]) -> QuerySet[Programme]:
    """Standing schemes of a country such as ODOP, OTOP, OCOP and OVOP."""
    found = Programme.objects.visible_to(None).select_related("country").order_by("code")
    return found.filter(country__code=filters.country.upper()) if filters.country else found


@router.get("/programmes/{code}", response={200: ProgrammeWithFacts, 404: NotFound}, summary="One programme with its published facts")
def programme(request: HttpRequest, code: str) -> Programme:
    return one_or_404(Programme.objects.visible_to(None).select_related("country"), code=code)


@router.get("/projects", response={200: list[ProjectOut], 422: NotUnderstood}, summary="Projects")
@paginate(Pages)
def projects(request: HttpRequest, filters: Query[CountryFilter]) -> QuerySet[Project]:
    """Time-bound undertakings with donor, partners and countries."""
    found = _projects()
    return found.filter(countries__code=filters.country.upper()) if filters.country else found


@router.get("/projects/{code}", response={200: ProjectWithFacts, 404: NotFound}, summary="One project with its published facts")
def project(request: HttpRequest, code: str) -> Project:
    return one_or_404(_projects(), code=code)


def _projects() -> QuerySet[Project]:
    related = ("partners", "programmes", "countries")
    return Project.objects.visible_to(None).select_related("donor").prefetch_related(*related).order_by("-starts_on", "code")
